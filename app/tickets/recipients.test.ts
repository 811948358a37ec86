import { expect, test } from "vitest";
import { AppError } from "../errors.ts";
import { checkRecipients } from "./recipients.ts";

const at = (address: string, name = "") => ({ name, address });
const refusal = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error instanceof AppError ? { code: error.code, ...error.detail } : error;
  }
};

test("addresses are made normal and names tidy", () => {
  expect(
    checkRecipients({ to: [at("  Ebba@Example.COM ", "Ebba\r\nBcc: x@y.z")], cc: [], bcc: [] }).to,
  ).toEqual([{ name: "Ebba Bcc: x@y.z", address: "ebba@example.com" }]);
});

test("everybody gets the mail once, in the first list they stand in", () => {
  const given = {
    to: [at("a@b.se"), at("A@b.se")],
    cc: [at("a@b.se"), at("c@b.se")],
    bcc: [at("c@b.se"), at("d@b.se")],
  };
  expect(checkRecipients(given)).toEqual({ to: [at("a@b.se")], cc: [at("c@b.se")], bcc: [at("d@b.se")] });
});

test.each([["ebba"], ["a@b"], ['"a" <x@y.se>, z@w.se'], ["a@b.se\r\nBcc: c@d.se"], [""]])(
  "%j is no address",
  (address) => {
    expect(refusal(() => checkRecipients({ to: [at("a@b.se")], cc: [at(address)], bcc: [] }))).toMatchObject({
      code: "invalid",
      fields: ["cc"],
      reason: "address",
    });
  },
);

test("somebody must stand in To", () => {
  expect(refusal(() => checkRecipients({ to: [], cc: [at("a@b.se")], bcc: [] }))).toMatchObject({
    code: "cannot-reply",
  });
});

test("fifty people at most, whatever list they stand in", () => {
  const many = (count: number) => Array.from({ length: count }, (_, n) => at(`a${n}@b.se`));
  expect(checkRecipients({ to: many(1), cc: many(50), bcc: [] }).cc).toHaveLength(49);
  expect(refusal(() => checkRecipients({ to: many(1), cc: many(51), bcc: [] }))).toMatchObject({
    reason: "too-many",
  });
});
