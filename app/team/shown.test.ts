import { expect, test } from "vitest";
import { shownNameOf } from "./shown.ts";

test.each([
  ["Elliot Berg", null, "Elliot"],
  ["  Anna-Karin  von Heland ", null, "Anna-Karin"],
  ["Elliot Berg", "Elli", "Elli"],
  ["", null, ""],
])("shoppers see %j, who calls themselves %j, as %j", (name, shownName, seen) => {
  expect(shownNameOf({ name, shownName })).toBe(seen);
});
