import { expect, test } from "vitest";
import { validateOperation } from "./schema.ts";

test("a valid operation has no errors, a wrong one has its sentences, a broken one says where", () => {
  expect(validateOperation("{ shop { name } }")).toEqual([]);
  expect(validateOperation("{ shop { nam } }")).toEqual([
    expect.stringContaining(`Cannot query field "nam"`),
  ]);
  expect(validateOperation("{ shop { name }")).toEqual([expect.stringContaining("Syntax Error")]);
});
