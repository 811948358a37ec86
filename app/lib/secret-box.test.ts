import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { open, seal } from "./secret-box.server.ts";

const key = randomBytes(32);

test("what is sealed opens again, and looks different every time", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const box = seal(text, key);
      return open(box, key) === Buffer.from(text, "utf8").toString("utf8") && box !== seal(text, key);
    }),
  );
  expect(seal("shpat_secret", key)).not.toContain("shpat");
});

test("another key opens nothing", () => {
  expect(() => open(seal("hemligt", key), randomBytes(32))).toThrow();
});

test("one changed bit anywhere is noticed", () => {
  const [version, body = ""] = seal("hemligt", key).split(".");
  const bytes = Buffer.from(body, "base64url");
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => open(`${version}.${changed.toString("base64url")}`, key)).toThrow();
  }
});

test.each(["", "v1", "v1.", "v2.AAAA", "shpat_open", "v1.AAAA"])("%j is no sealed secret", (box) => {
  expect(() => open(box, key)).toThrow();
});
