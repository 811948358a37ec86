import { expect, test } from "vitest";
import type { ThreadMessage } from "../../tickets/thread.server.ts";
import { foldMiddle, openFrom } from "./fold-middle.ts";
import { threadItems } from "./thread-items.ts";

const messages = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `m${index}`,
    kind: index % 2 ? "outbound" : "inbound",
    createdAt: new Date(index * 3_600_000).toISOString(),
  })) as ThreadMessage[];

function folded(count: number, { unread = null as string | null, earlier = false } = {}) {
  const thread = { messages: messages(count), events: [], earlier };
  const items = threadItems(thread, () => "one day");
  const { above, fold, below } = foldMiddle(items, openFrom(thread.messages, unread), earlier);
  const runs = (some: typeof items) => some.filter(({ kind }) => kind === "run").length;
  return [runs(above), fold?.messages ?? 0, runs(below)];
}

test("a long conversation shows its beginning and its latest messages", () => {
  expect(folded(50)).toEqual([1, 41, 8]);
});

test("a short one stands open", () => {
  expect(folded(12)).toEqual([0, 0, 12]);
});

test("nothing unread is folded away, and the message before it stands too", () => {
  expect(folded(50, { unread: "m30" })).toEqual([1, 28, 21]);
  expect(folded(50, { unread: "m1" })).toEqual([0, 0, 50]);
});

test("where older messages are not shown, the first shown is no beginning", () => {
  expect(folded(50, { earlier: true })).toEqual([0, 42, 8]);
});
