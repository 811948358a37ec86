import { expect, test } from "vitest";
import { neighboursIn } from "./neighbours.ts";

const nobody = { previous: null, next: null };

test("the list's order decides, and its ends are ends", () => {
  expect(neighboursIn(["a", "b", "c"], "b", nobody)).toEqual({ previous: "a", next: "c" });
  expect(neighboursIn(["a", "b", "c"], "a", nobody)).toEqual({ previous: null, next: "b" });
  expect(neighboursIn(["a", "b", "c"], "c", nobody)).toEqual({ previous: "b", next: null });
});

test("a ticket that left the list keeps the neighbours it had, as far as they are there", () => {
  const before = { previous: "a", next: "c" };
  expect(neighboursIn(["a", "c"], "b", before)).toEqual(before);
  expect(neighboursIn(["a", "d"], "b", before)).toEqual({ previous: "a", next: null });
});

test("a ticket that never stood in the list leads to its top, and to nothing when it is empty", () => {
  expect(neighboursIn(["x", "y"], "b", nobody)).toEqual({ previous: null, next: "x" });
  expect(neighboursIn([], "b", nobody)).toEqual(nobody);
});
