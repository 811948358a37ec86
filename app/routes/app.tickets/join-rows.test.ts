import { expect, test } from "vitest";
import { joinRows } from "./join-rows.ts";

const row = (id: string, minute: number) => ({
  id,
  lastMessageAt: `2025-11-21T10:${String(minute).padStart(2, "0")}:00.000Z`,
});
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).join("");

test("the following rows come after the first page", () => {
  expect(ids(joinRows([row("a", 9), row("b", 8)], [row("c", 7), row("d", 6)]))).toBe("abcd");
});

test("a ticket that moved to the top stands there only", () => {
  expect(ids(joinRows([row("d", 10), row("a", 9)], [row("b", 8), row("d", 6)]))).toBe("dab");
});

test("a ticket that left the view while it was further up does not linger", () => {
  expect(ids(joinRows([row("c", 7), row("d", 6)], [row("b", 8), row("e", 5)]))).toBe("cde");
});

test("rows of the same moment keep the list's order", () => {
  expect(ids(joinRows([row("c", 5), row("b", 5)], [row("a", 5)]))).toBe("cba");
});
