import fc from "fast-check";
import { expect, test } from "vitest";
import { sharing } from "./sharing.ts";

test("what is as it was is the same thing as before, and what is not is new", () => {
  const before = {
    rows: [
      { id: 1, labels: ["a"] },
      { id: 2, labels: [] },
    ],
    next: null,
  };
  const after = {
    rows: [
      { id: 1, labels: ["a"] },
      { id: 2, labels: ["b"] },
    ],
    next: null,
  };
  const shared = sharing(before, after);
  expect(shared).toEqual(after);
  expect(shared).not.toBe(before);
  expect(shared.rows[0]).toBe(before.rows[0]);
  expect(shared.rows[1]).not.toBe(before.rows[1]);
  expect(sharing(before, structuredClone(before))).toBe(before);
});

test("whatever is asked for, the answer says what came last", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(sharing(before, after)).toEqual(after);
      expect(sharing(before, structuredClone(before))).toBe(before);
    }),
  );
});
