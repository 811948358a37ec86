import { expect, test } from "vitest";
import { contrast, standingOut, TEXT_NEEDS, textOn } from "./contrast.ts";

test.each([
  ["#000000", "#ffffff", 21],
  ["#777777", "#ffffff", 4.48],
  ["#ffff00", "#ffffff", 1.07],
  ["#1f4d36", "#1f4d36", 1],
])("%s and %s differ by %d", (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 1);
  expect(contrast(other, one)).toBe(contrast(one, other));
});

test("on every colour one of white and black can be read", () => {
  const steps = ["00", "33", "55", "77", "99", "bb", "dd", "ff"];
  const colours = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`)));
  expect(colours.filter((colour) => contrast(textOn(colour), colour) < TEXT_NEEDS)).toEqual([]);
});

test("white is preferred where it can be read", () => {
  expect(textOn("#1f4d36")).toBe("#ffffff");
  expect(textOn("#ffd400")).toBe("#000000");
});

test("a colour too pale for its page is darkened no more than it takes, a dark one lightened", () => {
  expect(contrast(standingOut("#ffe680", "#ffffff"), "#ffffff")).toBeCloseTo(3, 0);
  expect(contrast(standingOut("#101820", "#111111"), "#111111")).toBeGreaterThanOrEqual(3);
  expect(standingOut("#1f4d36", "#ffffff")).toBe("#1f4d36");
});
