import { expect, test } from "vitest";
import { extendTo, has, isEmpty, NONE, of, toggle, toggleShown } from "./selection.ts";

const shown = ["a", "b", "c", "d"];
const list = of(NONE, "view=inbox");
const chosen = (selection: typeof list) => [...selection.ids].sort().join("");

test("one by one, and a range from the last one, up or down", () => {
  const one = toggle(list, "c", shown);
  expect(chosen(extendTo(one, "a", shown))).toBe("abc");
  expect(chosen(extendTo(one, "d", shown))).toBe("cd");
  expect(isEmpty(toggle(one, "c", shown))).toBe(true);
  expect(chosen(extendTo(list, "b", shown))).toBe("b");
});

test("all that match less one is the others that are shown", () => {
  const all = { ...list, all: true };
  expect(has(all, "z")).toBe(true);
  expect(chosen(toggle(all, "b", shown))).toBe("acd");
});

test("all that is shown, and none of it; another list has no selection", () => {
  const page = toggleShown(list, shown);
  expect(chosen(page)).toBe("abcd");
  expect(isEmpty(toggleShown(page, shown))).toBe(true);
  expect(isEmpty(of(page, "view=closed"))).toBe(true);
});
