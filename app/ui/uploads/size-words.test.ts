import { expect, test } from "vitest";
import { sizeWords } from "./size-words.ts";

test.each([
  [0, "en", "1 kB"],
  [2048, "en", "2 kB"],
  [340_000, "en", "333 kB"],
  [1_300_000, "en", "1.3 MB"],
  [1_300_000, "sv", "1,3 MB"],
  [10 * 1024 * 1024, "en", "10 MB"],
  [10 * 1024 * 1024 + 1, "en", "10.1 MB"],
])("%i bytes in %s are %s", (bytes, locale, words) => {
  expect(sizeWords(bytes, locale).replace(/\s/g, " ")).toBe(words);
});
