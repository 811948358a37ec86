import { expect, test } from "vitest";
import type { Order } from "../../tickets/order.ts";
import type { Priority } from "../../tickets/ticket.ts";
import { joinRows } from "./join-rows.ts";

const row = (id: string, minute: number, priority: Priority = "normal") => ({
  id,
  priority,
  lastMessageAt: `2025-11-21T10:${String(minute).padStart(2, "0")}:00.000Z`,
  snoozedUntil: null,
  archivedAt: null,
  riskSince: null,
});
const newest: Order = { by: "lastMessageAt", descending: true, urgentFirst: false };
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).join("");

test("the following rows come after the first page", () => {
  expect(ids(joinRows([row("a", 9), row("b", 8)], [row("c", 7), row("d", 6)], newest))).toBe("abcd");
});

test("a ticket that moved to the top stands there only", () => {
  expect(ids(joinRows([row("d", 10), row("a", 9)], [row("b", 8), row("d", 6)], newest))).toBe("dab");
});

test("a ticket that left the view while it was further up does not linger", () => {
  expect(ids(joinRows([row("c", 7), row("d", 6)], [row("b", 8), row("e", 5)], newest))).toBe("cde");
});

test("rows of the same moment keep the list's order", () => {
  expect(ids(joinRows([row("c", 5), row("b", 5)], [row("a", 5)], newest))).toBe("cba");
});

test("oldest first, what is newer follows", () => {
  const oldest: Order = { ...newest, descending: false };
  expect(ids(joinRows([row("a", 5), row("b", 6)], [row("c", 7), row("d", 4)], oldest))).toBe("abc");
});

test("with the most urgent first, an older urgent one does not come after a newer normal one", () => {
  const urgent: Order = { ...newest, urgentFirst: true };
  const following = [row("c", 9), row("d", 1, "urgent"), row("e", 9, "low")];
  expect(ids(joinRows([row("a", 5, "urgent"), row("b", 4, "high")], following, urgent))).toBe("abce");
});
