import fc from "fast-check";
import { expect, test } from "vitest";
import { afterInbound, CHANNELS, previewOf, showNumber, STATUSES } from "./ticket.ts";

test("the customer's message opens a ticket, whatever it was", () => {
  for (const status of STATUSES) {
    for (const archived of [true, false]) {
      expect(afterInbound({ status, archived })).toEqual({
        status: "open",
        reopened: status === "closed",
        woken: status === "snoozed",
        restored: archived,
      });
    }
  }
});

test("the number customers see is prefix and number", () => {
  expect(showNumber("FR-", 1042)).toBe("FR-1042");
  expect(showNumber("#", 7)).toBe("#7");
});

test("a form, and a chat that is over, are answered by e-mail, every other channel by itself", () => {
  for (const kind of ["form", "chat", "email"] as const) expect(CHANNELS[kind].answersBy).toBe("email");
  expect(CHANNELS.sms.answersBy).toBe("sms");
});

test.each([
  ["  Hej\n\n  Åsa\t! ", "Hej Åsa !"],
  ["", ""],
  ["x".repeat(140), "x".repeat(140)],
  ["x".repeat(141), `${"x".repeat(139)}…`],
  ["👍".repeat(141), `${"👍".repeat(139)}…`],
])("a preview of %j", (text, preview) => {
  expect(previewOf(text)).toBe(preview);
});

test("a preview is one line of at most 140 letters, none of them cut in two", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
      const preview = previewOf(text);
      return Array.from(preview).length <= 140 && !preview.includes("\n") && preview.isWellFormed();
    }),
  );
});
