import { expect, test } from "vitest";
import { orderNameIn } from "./order-name.ts";

test.each([
  ["Re: Order #1001 confirmed", "", "#1001"],
  ["Ordre #1001", "", "#1001"],
  ["Retur", "Hej! Det gäller beställning 1001, den har inte kommit.", "#1001"],
  ["Retur", "Ordrenr. 10234 er ikke kommet", "#10234"],
  ["Sv: ordernummer: 1001", "", "#1001"],
  ["Bestellung Nr. 55012", "", "#55012"],
  ["Tilaus 1001", "", "#1001"],
  ["Var är #SE-1001?", "", "#SE-1001"],
  ["order se1001", "", "#SE1001"],
  ["Order #1002", "I quote: order #1001", "#1002"],
])("%s / %s names %s", (subject, text, name) => {
  expect(orderNameIn(subject, text)).toBe(name);
});

test.each([
  ["Re: Fel storlek [#1042]", "our own ticket's number"],
  ["Order now!", ""],
  ["in order 12 to win", ""],
  ["Border 1001", ""],
  ["#sommar2026", "a tag"],
  ["Färg #ff0012", "a colour"],
  ["https://shop.example/page#1001", "a link"],
  ["Mitt nummer är 0701234567", ""],
])("%s names none", (subject, text) => {
  expect(orderNameIn(subject, text)).toBeNull();
});

test("a hostile text takes no time", () => {
  const from = performance.now();
  for (const text of ["order ".repeat(100_000), "#".repeat(400_000), "order" + " ".repeat(400_000)])
    orderNameIn(text, text);
  expect(performance.now() - from).toBeLessThan(500);
});
