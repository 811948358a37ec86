import { expect, test } from "vitest";
import type { ThreadEvent, ThreadMessage } from "../../tickets/thread.server.ts";
import { threadItems } from "./thread-items.ts";

const message = (id: string, createdAt: string, facts: Partial<ThreadMessage> = {}): ThreadMessage => ({
  id,
  kind: "inbound",
  channel: "email",
  fromName: "Ebba",
  fromAddress: "ebba@example.com",
  senderProof: "claimed",
  letIn: false,
  sentByAddress: null,
  recipients: { to: [], cc: [], bcc: [] },
  machine: null,
  authorId: null,
  authorName: null,
  forward: false,
  automatic: false,
  cards: [],
  text: "Hej",
  trimmed: null,
  html: null,
  files: [],
  answers: [],
  relay: null,
  relayReason: null,
  holdUntil: null,
  openedAt: null,
  delivery: null,
  deliveryError: null,
  createdAt,
  ...facts,
});
const event = (id: string, createdAt: string): ThreadEvent => ({
  id,
  type: "closed",
  actorKind: "agent",
  actorName: "Anna",
  data: {},
  createdAt,
});
const outline = (messages: ThreadMessage[], events: ThreadEvent[] = [], earlier = false, newFrom = "") =>
  threadItems({ messages, events, earlier, newFrom }, (at) => at.slice(0, 10)).map((item) => {
    if (item.kind === "run") return item.messages.map(({ id }) => id).join("");
    if (item.kind === "events") return `(${item.events.map(({ id }) => id).join("")})`;
    if (item.kind === "new") return "new";
    return item.kind === "day" ? item.at.slice(8, 10) : `(${item.event.id})`;
  });

test("messages of one sender close in time are one run, under their day", () => {
  const messages = [
    message("a", "2025-11-20T10:00:00Z"),
    message("b", "2025-11-20T10:05:00Z"),
    message("c", "2025-11-20T12:00:00Z"),
    message("d", "2025-11-21T09:00:00Z"),
  ];
  expect(outline(messages)).toEqual(["20", "ab", "c", "21", "d"]);
});

test("another sender, another proof or an event begins a new run", () => {
  const messages = [
    message("a", "2025-11-20T10:00:00Z"),
    message("b", "2025-11-20T10:01:00Z", { senderProof: "unverified" }),
    message("c", "2025-11-20T10:02:00Z", { kind: "outbound", authorName: "Anna" }),
    message("d", "2025-11-20T10:04:00Z", { kind: "outbound", authorName: "Anna" }),
  ];
  expect(outline(messages, [event("x", "2025-11-20T10:03:00Z")])).toEqual(["20", "a", "b", "c", "(x)", "d"]);
});

test("a ticket is opened before its first message, also in the same millisecond", () => {
  const at = "2025-11-20T10:00:00.123Z";
  expect(outline([message("a", at)], [event("x", at)])).toEqual(["20", "(x)", "a"]);
});

test("events from before the messages shown are left out with them", () => {
  const messages = [message("a", "2025-11-20T10:00:00Z")];
  expect(outline(messages, [event("x", "2025-11-01T10:00:00Z")], true)).toEqual(["20", "a"]);
});

test("three changes in a row are one line, two are two", () => {
  const changes = ["x", "y", "z"].map((id, index) => event(id, `2025-11-20T10:0${index}:00Z`));
  const messages = [message("a", "2025-11-20T09:00:00Z"), message("b", "2025-11-20T11:00:00Z")];
  expect(outline(messages, changes)).toEqual(["20", "a", "(xyz)", "b"]);
  expect(outline(messages, changes.slice(1))).toEqual(["20", "a", "(y)", "(z)", "b"]);
});

test("the line stands above the first new message, also in the middle of a run", () => {
  const messages = [message("a", "2025-11-20T10:00:00Z"), message("b", "2025-11-20T10:01:00Z")];
  expect(outline(messages, [], false, "b")).toEqual(["20", "a", "new", "b"]);
});
