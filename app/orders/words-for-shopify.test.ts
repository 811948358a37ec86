import { expect, test } from "vitest";
import { wordsForShopify } from "./words-for-shopify.ts";

test.each([
  ["Regnjacka M", "Regnjacka M"],
  ["title:* OR -sku:RJ-1", "title  OR sku RJ-1"],
  [" --möss ", "möss"],
  ["((", ""],
  ["x".repeat(200), "x".repeat(100)],
])("%j is searched for as %j", (typed, words) => {
  expect(wordsForShopify(typed)).toBe(words);
});
