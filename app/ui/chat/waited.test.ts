import { expect, test } from "vitest";
import { later, MINUTE } from "../../lib/clock.ts";
import { waited } from "./waited.ts";

test.each([
  [0, "now", 0],
  [0.9, "now", 0],
  [2.5, "minutes", 2],
  [59.9, "minutes", 59],
  [60, "hours", 1],
  [150, "hours", 2],
  [-3, "now", 0],
])("who came %d minutes ago has waited for so many %s: %d", (minutes, unit, count) => {
  const now = new Date("2026-11-28T12:00:00Z");
  expect(waited(later(now, -minutes * MINUTE), now)).toEqual({ unit, count });
});
