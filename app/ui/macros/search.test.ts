import { expect, test } from "vitest";
import type { Macro } from "../../tickets/macros/macro.ts";
import { findMacros, searchable } from "./search.ts";

const macro = (name: string, given: Partial<Macro> = {}): Macro => ({
  id: name,
  name,
  html: "<p>Hej!</p>",
  actions: [],
  locale: null,
  own: false,
  usedCount: 0,
  usedAt: null,
  ...given,
});

const now = new Date("2026-11-28T12:00:00Z");
const all = [
  macro("Retur: så gör du", {
    html: "<p>Lägg plagget i påsen.</p>",
    locale: "sv",
    usedCount: 2,
    usedAt: "2026-11-27T12:00:00Z",
  }),
  macro("Return instructions", { locale: "en", usedCount: 40, usedAt: "2026-11-27T12:00:00Z" }),
  macro("Var är min order", { locale: "sv", usedCount: 30, usedAt: "2026-01-01T12:00:00Z" }),
  macro("Tack"),
].map(searchable);

const names = (typed: string, language: "sv" | "en" | null = "sv") =>
  findMacros(all, typed, { language, now }).map(({ name }) => name);

test.each([
  ["retur", ["Retur: så gör du", "Return instructions"]],
  ["RETURN", ["Return instructions", "Retur: så gör du"]],
  ["sa gor", ["Retur: så gör du"]],
  ["påsen", ["Retur: så gör du"]],
  ["ordr", ["Var är min order"]],
  ["instrcutions", ["Return instructions"]],
  ["finns inte", []],
])("%j finds %j", (typed, found) => {
  expect(names(typed)).toEqual(found);
});

test("the customer's language comes first, then what is used much and lately", () => {
  expect(names("")).toEqual(["Var är min order", "Retur: så gör du", "Tack", "Return instructions"]);
  expect(names("", null)[0]).toBe("Return instructions");
});
