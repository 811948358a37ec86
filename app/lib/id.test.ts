import { expect, test } from "vitest";
import { isId, newId } from "./id.ts";

test("ids sort by the time they were made", () => {
  const ids = Array.from({ length: 500 }, newId);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(500);
  expect(ids.every(isId)).toBe(true);
});

test.each([
  undefined,
  "",
  "1",
  "' OR 1=1--",
  "018f0000-0000-7000-8000-00000000000",
  "018f0000-0000-7000-8000-0000000000000",
  "018f0000-0000-7000-8000-00000000000g",
  " 018f0000-0000-7000-8000-000000000000",
  "018f0000-0000-7000-8000-000000000000\n",
])("%j can be no id", (text) => {
  expect(isId(text)).toBe(false);
});
