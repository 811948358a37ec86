import { expect, test } from "vitest";
import type { ThreadMessage } from "../../tickets/thread.server.ts";
import { firstUnread } from "./unread.ts";

const said = (words: string) =>
  words.split(" ").map((word, index) => ({
    id: word,
    kind: word.startsWith("o") ? "outbound" : word.startsWith("n") ? "note" : "inbound",
    createdAt: `2026-11-20T10:0${index}:00.000Z`,
  })) as ThreadMessage[];
const at = (minute: number) => `2026-11-20T10:0${minute}:30.000Z`;

test("reading goes on at their first message since, below a line", () => {
  const thread = { messages: said("i1 o1 i2 n1 i3"), earlier: false };
  expect(firstUnread(thread, at(1))).toEqual({ id: "i2", line: true });
  expect(firstUnread(thread, at(4))).toBe(null);
});

test("a new ticket has no line: all of it is new", () => {
  expect(firstUnread({ messages: said("i1 i2"), earlier: false }, null)).toEqual({ id: "i1", line: false });
});

test("who never read it begins after the team's last answer", () => {
  expect(firstUnread({ messages: said("i1 o1 i2"), earlier: false }, null)).toEqual({ id: "i2", line: true });
  expect(firstUnread({ messages: said("i1 o1"), earlier: false }, null)).toBe(null);
});

test("when more is new than is shown, the line stands above all of it", () => {
  expect(firstUnread({ messages: said("i1 i2"), earlier: true }, at(0).replace("20T", "01T"))).toEqual({
    id: "i1",
    line: true,
  });
});
