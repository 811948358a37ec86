import { expect, test } from "vitest";
import { findChoices, isCalled } from "./find-choices.ts";

const labels = ["Leverans", "Försenad leverans", "Retur", "VIP Norge", "Returfrakt"].map((name) => ({
  name,
}));
const found = (typed: string) => findChoices(labels, typed).map(({ name }) => name);

test.each([
  ["", ["Leverans", "Försenad leverans", "Retur", "VIP Norge", "Returfrakt"]],
  ["  ", ["Leverans", "Försenad leverans", "Retur", "VIP Norge", "Returfrakt"]],
  ["LEV", ["Leverans", "Försenad leverans"]],
  ["retur", ["Retur", "Returfrakt"]],
  ["forsenad", ["Försenad leverans"]],
  ["norge vip", ["VIP Norge"]],
  ["x", []],
])("%j finds %j", (typed, names) => {
  expect(found(typed)).toEqual(names);
});

test("a name is taken whatever the case and blanks, but not without its marks", () => {
  expect(isCalled({ name: "VIP Norge" }, " vip  norge ")).toBe(true);
  expect(isCalled({ name: "Försenad" }, "forsenad")).toBe(false);
});
