import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newToken } from "../lib/token.server.ts";
import { internetIdOf, messageIdsIn, normaliseMessageId, replyAddress, tokenIn } from "./addresses.ts";

const OURS = "5f0c1d2e3b4a59687786a5b4c3d2e1f0@inbound.postmarkapp.com";

describe("reply addresses", () => {
  test("a token goes behind the plus, and fits the 64 characters of a local part", () => {
    const address = replyAddress(OURS, newToken());
    expect(address).toMatch(/^5f0c1d2e3b4a59687786a5b4c3d2e1f0\+[0-9a-z]{26}@inbound\.postmarkapp\.com$/);
    expect(address.split("@")[0]?.length).toBeLessThanOrEqual(64);
  });

  test("what was written is read back, also by mail systems that shout", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-z]{1,27}$/), fc.boolean(), (token, loud) => {
        const address = replyAddress(OURS, token);
        return tokenIn(loud ? ` ${address.toUpperCase()} ` : address, OURS) === token;
      }),
    );
  });

  test.each([
    ["ours without a token", OURS],
    ["ours with an empty token", OURS.replace("@", "+@")],
    ["another hash", "aaaa+abc@inbound.postmarkapp.com"],
    ["another domain", "5f0c1d2e3b4a59687786a5b4c3d2e1f0+abc@evil.example"],
    ["our address as a prefix of the domain", `${OURS.replace("@", "+abc@")}.evil.example`],
    ["nothing", ""],
    ["no address at all", "Ebba"],
  ])("%s holds no token", (_, address) => {
    expect(tokenIn(address, OURS)).toBeNull();
  });
});

test("our Message-ID is the row's id at our sending domain", () => {
  expect(internetIdOf("018f-a", "mail@samla.example")).toBe("018f-a@samla.example");
});

test.each([
  ["<a@b.example>", "a@b.example"],
  ["  <a@b.example>\r\n ", "a@b.example"],
  ["<a@b. example>", "a@b.example"],
  ["", null],
  ["<>", null],
  [null, null],
  [undefined, null],
  ["x".repeat(501), null],
  ["x".repeat(500), "x".repeat(500)],
])("the Message-ID %j is kept as %j", (written, kept) => {
  expect(normaliseMessageId(written)).toBe(kept);
});

test.each([
  ["one", "<a@b>", ["a@b"]],
  ["several, folded", "<a@b>\r\n\t<c@d> <e@f>", ["a@b", "c@d", "e@f"]],
  ["the same twice", "<a@b> <a@b>", ["a@b"]],
  ["without brackets", "a@b c@d", ["a@b", "c@d"]],
  ["glued together", "<a@b><c@d>", ["a@b", "c@d"]],
  ["with words around", "Your message of Monday <a@b> (comment)", ["a@b"]],
  ["empty brackets", "<> <a@b>", ["a@b"]],
  ["nothing", "", []],
  ["no header", null, []],
])("ids in a header: %s", (_, header, ids) => {
  expect(messageIdsIn(header)).toEqual(ids);
});

test("no header is too odd to read", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (header) =>
      messageIdsIn(header).every((id) => id !== "" && !/[<>\s\0]/.test(id)),
    ),
  );
});

test("a References header of any length and without end is read at once", () => {
  expect(messageIdsIn("a".repeat(200_000))).toEqual([]);
  expect(messageIdsIn(`<${"a".repeat(200_000)}`)).toEqual([]);
  expect(messageIdsIn("<a@x.example>".repeat(50_000))).toEqual(["a@x.example"]);
});
