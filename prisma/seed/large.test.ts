import { expect, test } from "vitest";
import { localClock } from "../../sandbox/world/local-time.ts";
import type { DatedConversation } from "./dated.ts";
import { largeConversations } from "./large.ts";
import { workspaces } from "./team.ts";

const now = new Date("2026-06-10T12:00:00Z");

async function generate(count: number): Promise<DatedConversation[]> {
  const generated: DatedConversation[] = [];
  for await (const conversation of largeConversations({ now, count })) generated.push(conversation);
  return generated;
}

test("the same hundred thousand come out on every run", async () => {
  expect(await generate(500)).toEqual(await generate(500));
});

test("they come in order of age, with messages in order and answers in working hours", async () => {
  const generated = await generate(3_000);
  expect(generated).toHaveLength(3_000);
  for (const { messages } of generated) {
    for (const [position, message] of messages.entries()) {
      const earlier = messages[position - 1];
      if (earlier) expect(message.at.getTime()).toBeGreaterThan(earlier.at.getTime());
      expect(message.at.getTime()).toBeLessThan(now.getTime());
      if (message.from === "customer") continue;
      const { hour, weekday } = localClock(message.at, "Europe/Stockholm");
      expect(weekday % 6).not.toBe(0);
      expect(hour).toBeGreaterThanOrEqual(8.5);
      expect(hour).toBeLessThan(17.1);
    }
  }
});

test("they fit the first workspace, and every phrase is filled in", async () => {
  const generated = await generate(3_000);
  const [first] = workspaces;
  for (const conversation of generated) {
    expect(first?.shops).toContain(conversation.shop);
    expect(first?.departments).toContain(conversation.department);
    expect((conversation.closedAt !== null) === ["closed", "archived"].includes(conversation.state)).toBe(
      true,
    );
    expect((conversation.snoozedUntil !== null) === (conversation.state === "snoozed")).toBe(true);
    for (const text of [conversation.subject, ...conversation.messages.map((message) => message.text)]) {
      expect(text).not.toMatch(/[{}]|undefined/);
    }
  }
  expect(new Set(generated.map(({ state }) => state))).toEqual(
    new Set(["open", "waiting", "snoozed", "closed", "archived"]),
  );
  expect(new Set(generated.flatMap(({ messages }) => messages.map(({ text }) => text))).size).toBeGreaterThan(
    3_000,
  );
});
