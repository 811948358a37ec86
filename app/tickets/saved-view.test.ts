import { expect, test } from "vitest";
import { putBefore } from "./saved-view.ts";

test.each([
  ["c", "a", "cab"],
  ["a", "c", "bac"],
  ["a", null, "bca"],
  ["b", "b", "abc"],
  ["x", "a", "abc"],
  ["a", "x", "abc"],
])("%s before %s", (id, before, order) => {
  expect(putBefore(["a", "b", "c"], id, before).join("")).toBe(order);
});
