import { expect, test } from "vitest";
import type { MessageView } from "../../../app/channels/chat/protocol.ts";
import { dataOf } from "./stream.ts";
import { merge, unreadOf } from "./thread.ts";

const said = (id: string, at: number, from: MessageView["from"] = "agent"): MessageView => ({
  ...{ id, from, at: new Date(at).toISOString(), text: id, files: [], cards: [] },
});
const ids = (messages: MessageView[]) => messages.map(({ id }) => id).join("");

test("each message stands once, where the server's clock has it, whatever comes twice or late", () => {
  const [a, b, c, d] = [said("a", 1), said("b", 2, "visitor"), said("c", 3), said("d", 4)];
  expect(ids(merge([], [a, b]))).toBe("ab");
  expect(ids(merge([a, b], [b, d]))).toBe("abd");
  expect(ids(merge([a, b, d], [c]))).toBe("abcd");
  expect(merge([a], [{ ...a, text: "changed" }])).toEqual([{ ...a, text: "changed" }]);
});

test("unread is what came from the other side after the last one seen", () => {
  const all = [said("a", 1), said("b", 2, "visitor"), said("c", 3), said("d", 4, "auto")];
  expect(ids(unreadOf(all, "b"))).toBe("cd");
  expect(ids(unreadOf(all, undefined))).toBe("acd");
  expect(unreadOf(all, "d")).toEqual([]);
});

test.each([
  [`event: state\ndata: {"a":1}`, `{"a":1}`],
  [`id: 7\nevent:state\ndata:{"a":\ndata:1}`, `{"a":\n1}`],
  [": beat", ""],
  [`event: bye\ndata: {}`, ""],
])("the event %j says %j", (event, data) => {
  expect(dataOf(event)).toBe(data);
});
