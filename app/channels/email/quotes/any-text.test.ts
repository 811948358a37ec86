import fc from "fast-check";
import { expect, test } from "vitest";
import { trimReply } from "./trim.ts";

const piece = fc.constantFrom(
  "Hej",
  "Tack!",
  "",
  "",
  "> citat",
  ">",
  ">> djupare",
  "--",
  "-- ",
  "---",
  "Skickat från min iPhone",
  "Från: Solros <a@b.example>",
  "Skickat: den 5 mars 2024 10:12",
  "Till: Tuva",
  "Ämne: Sv",
  "Den tis 5 mars 2024 kl 10:12 skrev A <a@b.example>:",
  "A wrote:",
  "-----Original Message-----",
  "________________________________",
  "---------- Forwarded message ---------",
  "On Mar 5, 2024,",
  "at 10:12,",
);
const text = fc.oneof(
  fc.array(fc.oneof(piece, fc.string()), { maxLength: 25 }).map((lines) => lines.join("\n")),
  fc.string({ maxLength: 300 }),
);

test("what is left is lines of the text, and never nothing", () => {
  fc.assert(
    fc.property(text, (given) => {
      const left = trimReply(given);
      if (left === null) return;
      expect(left.trim()).not.toBe("");
      const lines = given.split("\n");
      for (const line of left.split("\n")) expect(lines.some((one) => one.startsWith(line))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test("trimming twice is trimming once", () => {
  fc.assert(
    fc.property(text, (given) => {
      const left = trimReply(given) ?? given;
      expect(trimReply(left)).toBeNull();
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ">",
  ">\n",
  "On ",
  "On\n",
  "On 1:\n",
  "-",
  "--\n",
  "@",
  "a@",
  "> a\nb\n",
  "From: a@b\n",
  "12:12 ",
  "Sent from my ",
])("half a megabyte of %j takes its time once, not its square", (part) => {
  const hostile = part.repeat(500_000 / part.length);
  const many = part.repeat(9_000);
  const from = performance.now();
  trimReply(hostile);
  trimReply(many);
  expect(performance.now() - from).toBeLessThan(10_000);
});
