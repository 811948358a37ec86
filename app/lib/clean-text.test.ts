import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "./clean-text.ts";

test.each([
  ["a\0b", "ab"],
  ["a\r\nb\rc\nd", "a\nb\nc\nd"],
  ["a\ud800b", "a\ufffdb"],
  ["\u202etxt.exe", "\u202etxt.exe"],
  ["Åsa 👩‍👧", "Åsa 👩‍👧"],
])("%j becomes %j", (text, clean) => {
  expect(cleanText(text, 100)).toBe(clean);
});

test("cutting leaves no half letter behind", () => {
  expect(cleanText("ab👍", 3)).toBe("ab\ufffd");
  expect(cleanText("x".repeat(1_000_000), 500)).toHaveLength(500);
});

test("what is clean stays as it is, and PostgreSQL can hold it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(50), (text, most) => {
      const clean = cleanText(text, most);
      return (
        cleanText(clean, most) === clean &&
        clean.length <= most &&
        clean.isWellFormed() &&
        !clean.includes("\0") &&
        !clean.includes("\r")
      );
    }),
  );
});
