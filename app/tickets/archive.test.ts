import { expect, test } from "vitest";
import { DAY, later } from "../lib/clock.ts";
import { daysLeft, expiredBefore } from "./archive.ts";

const now = new Date("2026-11-28T10:00:00Z");

test.each([
  [-50_000, 30],
  [0, 30],
  [1, 30],
  [DAY, 29],
  [29.5 * DAY, 1],
  [30 * DAY, 0],
  [40 * DAY, 0],
])("archived %d ms ago, %d days are left", (ago, left) => {
  expect(daysLeft(later(now, -ago), now)).toBe(left);
});

test("its time is over after exactly thirty days", () => {
  expect(expiredBefore(now)).toEqual(new Date("2026-10-29T10:00:00Z"));
});
