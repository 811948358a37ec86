import { expect, test } from "vitest";
import type { ListedTicket } from "../../tickets/list.server.ts";
import type { Verdict } from "../../tickets/row-matches.ts";
import { patchRows, type Word } from "./patch-rows.ts";

const row = (id: string, minute: number, more: Partial<ListedTicket> = {}) =>
  ({
    id,
    lastMessageAt: String(minute),
    lastInboundAt: null,
    unread: false,
    draft: false,
    ...more,
  }) as ListedTicket;
const word = (row: ListedTicket | null, fresh = false): Word => ({ row, fresh, at: 0 });
const patched = (rows: ListedTicket[], words: [string, Word][], more = false, verdict: Verdict = true) =>
  patchRows(rows, new Map(words), {
    matches: () => verdict,
    compare: (a, b) => Number(b.lastMessageAt) - Number(a.lastMessageAt),
    more,
  });
const ids = (rows: ListedTicket[]) => rows.map(({ id }) => id).join("");
const list = [row("a", 9), row("b", 7), row("c", 5)];

test("a ticket comes in, moves and leaves where the list's order has it", () => {
  expect(ids(patched(list, [["d", word(row("d", 8))]]))).toBe("adbc");
  expect(ids(patched(list, [["c", word(row("c", 10))]]))).toBe("cab");
  expect(ids(patched(list, [["b", word(null)]]))).toBe("ac");
  expect(ids(patched(list, [["b", word(row("b", 7))]], false, false))).toBe("ac");
});

test("what belongs below the last row is not shown while the list goes on", () => {
  expect(ids(patched(list, [["d", word(row("d", 1))]], true))).toBe("abc");
  expect(ids(patched(list, [["d", word(row("d", 1))]]))).toBe("abcd");
});

test("what only the server can judge stays in its place, and does not come in by itself", () => {
  expect(ids(patched(list, [["c", word(row("c", 10))]], false, "ask"))).toBe("abc");
  expect(ids(patched(list, [["d", word(row("d", 8))]], false, "ask"))).toBe("abc");
});

test("a ticket is unread when the customer has written since it was listed", () => {
  const read = [row("a", 9, { lastInboundAt: "1" })];
  expect(patched(read, [["a", word(row("a", 9, { lastInboundAt: "1" }))]])[0]?.unread).toBe(false);
  expect(patched(read, [["a", word(row("a", 9, { lastInboundAt: "2" }))]])[0]?.unread).toBe(true);
  expect(patched([], [["d", word(row("d", 8), true)]])[0]?.unread).toBe(true);
});

test("what the agent has begun to write stays known while the row changes around it", () => {
  const begun = [row("a", 9, { draft: true })];
  const { draft: _, ...pushed } = row("a", 10, { subject: "Ny" });
  expect(patched(begun, [["a", word(pushed as ListedTicket)]])).toMatchObject([
    { subject: "Ny", draft: true },
  ]);
});
