import { expect, test } from "vitest";
import { languageName, localTime } from "./local.ts";

const noon = new Date("2026-11-28T12:00:00Z");

test("a visitor's clock is told by their zone", () => {
  expect(localTime(noon, "Europe/Helsinki", "en")).toMatch(/Sat.*0?2:00|Sat 14:00/);
  expect(localTime(noon, "Mars/Olympus", "en")).toBeNull();
});

test.each([
  ["fi-FI", "en", "Finnish"],
  ["fi", "sv", "Finska"],
  ["nb_NO", "nb", "Norsk bokmål"],
  ["", "en", null],
  ["<b>", "en", null],
])("the language %s is called in %s: %s", (written, locale, name) => {
  expect(languageName(written, locale)).toBe(name);
});
