// complaints.md 19: asked how it was once, and only whoever was helped and said goodbye.
import { expect, test } from "vitest";
import { later, MINUTE } from "../../lib/clock.ts";
import { isAnsweredInChat, mayBeRated, silenceAfter } from "./chat.ts";

const at = new Date("2026-11-27T11:00Z");
const ended = { state: "ended", endedBy: "agent", lastAgentAt: at, ratedAt: null, spam: false } as const;

test.each([
  ["one that an agent ended", {}, true],
  ["one that its visitor ended", { endedBy: "visitor" as const }, true],
  ["one that fell silent", { endedBy: "silence" as const }, false],
  ["one that nobody of us answered", { lastAgentAt: null }, false],
  ["one that was rated", { ratedAt: at }, false],
  ["spam", { spam: true }, false],
  ["one that goes on", { state: "running" as const, endedBy: null }, false],
])("whether %s may be rated", (_, given, asked) => {
  expect(mayBeRated({ ...ended, ...given })).toBe(asked);
});

test("silence ends what was said in the chat, never what is answered by mail", () => {
  expect(silenceAfter(at, { offline: false }, 60)).toEqual(later(at, 60 * MINUTE));
  expect(silenceAfter(at, { offline: true }, 60)).toBeNull();
});

const here = {
  state: "running",
  offline: false,
  followedUpAt: null,
  goneAt: null,
  lastCameBy: "chat",
} as const;

test.each([
  ["somebody who is there", {}, true],
  ["somebody who left a moment ago", { goneAt: at }, true],
  ["somebody who left and answered by mail", { goneAt: at, lastCameBy: "email" }, false],
  ["somebody who left and was mailed", { goneAt: at, followedUpAt: later(at, MINUTE) }, false],
  ["somebody who was mailed, came back and left", { goneAt: later(at, MINUTE), followedUpAt: at }, true],
  ["somebody who wrote while we were closed", { offline: true }, false],
  ["nobody any more", { state: "ended" as const }, false],
])("whether a reply reaches %s in the chat", (_, given, reached) => {
  expect(isAnsweredInChat({ ...here, ...given })).toBe(reached);
});
