import { describe, expect, test } from "vitest";
import { localClock } from "../../sandbox/world/local-time.ts";
import { makeWorld } from "../../sandbox/world/world.ts";
import { conversations } from "./conversations.ts";
import { dateConversation } from "./dated.ts";
import { workspaces } from "./team.ts";

const noon = new Date("2026-06-10T12:00:00Z");
const worlds = new Map<string, ReturnType<typeof makeWorld>>();
const worldAt = (now: Date) => {
  const known = worlds.get(now.toISOString()) ?? makeWorld({ now });
  worlds.set(now.toISOString(), known);
  return known;
};
const world = worldAt(noon);
const shopOf = (domain: string) => {
  const shop = world.shops.find((candidate) => candidate.domain === domain);
  if (!shop) throw new Error(`no such shop: ${domain}`);
  return shop;
};
const workspaceOf = (domain: string) => {
  const workspace = workspaces.find(({ shops }) => shops.includes(domain));
  if (!workspace) throw new Error(`no workspace has the shop ${domain}`);
  return workspace;
};
const messages = conversations.flatMap((conversation) => conversation.messages);
const unique = (values: string[]) =>
  new Set(values.map((value) => value.toLowerCase())).size === values.length;

test("no subject and no text is used twice", () => {
  expect(unique(conversations.map(({ subject }) => subject))).toBe(true);
  expect(unique(messages.map(({ text }) => text))).toBe(true);
});

test("no two people share a name or an address", () => {
  const writers = new Map(conversations.map(({ writer }) => [writer.email, writer.name]));
  expect(unique([...writers.values()])).toBe(true);
  const customers = new Map(
    world.shops.flatMap((shop) => shop.customers).map(({ email, id }) => [email, id]),
  );
  for (const { writer } of conversations) expect(customers.get(writer.email) ?? null).toBe(writer.customerId);
});

test("nothing is a placeholder, and no line is left untidy", () => {
  for (const text of [
    ...messages.map((message) => message.text),
    ...conversations.map(({ subject }) => subject),
  ]) {
    expect(text).not.toMatch(/lorem|ipsum|foo\b|\btest\b|todo|xxx+\b|\{|\}|undefined/i);
    expect(text).not.toMatch(/ {2}| \n|\n{3}|^\s|\s$/);
  }
});

describe.each(conversations)("$subject", (conversation) => {
  const shop = shopOf(conversation.shop);

  test("names people, orders and departments that exist", () => {
    const { agents, departments } = workspaceOf(conversation.shop);
    const staff = agents.map(({ email }) => email);
    const authors = conversation.messages.flatMap((message) =>
      message.from === "customer" ? [] : [message.author],
    );
    for (const email of [...authors, ...(conversation.assignee ? [conversation.assignee] : [])]) {
      expect(staff).toContain(email);
    }
    if (conversation.department) expect(departments).toContain(conversation.department);
    if (conversation.writer.customerId) {
      expect(shop.customers.map(({ id }) => id)).toContain(conversation.writer.customerId);
    }
    expect(conversation.topic !== null).toBe(conversation.channel === "form");
    expect(conversation.wakesInDays !== undefined).toBe(conversation.state === "snoozed");
  });

  test("is about an order of the writer, who was signed in as somebody else where that does not fit", () => {
    const order = shop.orders.find(({ name }) => name === conversation.order);
    if (conversation.order) expect(order).toBeDefined();
    if (order) expect(order.customerId).toBe(conversation.writer.customerId);
    expect(conversation.signedInAs !== undefined).toBe(conversation.identity === "mismatch");
    for (const { text } of conversation.messages) {
      for (const [name] of text.matchAll(/#\d{4}/g)) expect(name).toBe(conversation.order);
    }
  });

  test("ends in the way its state says", () => {
    const last = conversation.messages.filter(({ from }) => from !== "note").at(-1);
    if (conversation.state === "waiting") expect(last?.from).toBe("agent");
    if (conversation.unread) expect(last?.from).toBe("customer");
    if (conversation.unread) expect(conversation.state).toBe("open");
    expect(conversation.messages[0]?.from).toBe("customer");
  });

  // A Monday, a Wednesday, a Saturday, and a night, in summer and winter time.
  test.each(["2026-06-08T06:10:00Z", "2026-06-10T12:00:00Z", "2026-11-21T20:00:00Z", "2027-01-14T00:40:00Z"])(
    "happened in a believable order seen from %s",
    (clock) => {
      const now = new Date(clock);
      const { messages, closedAt, archivedAt, snoozedUntil } = dateConversation(
        conversation,
        now,
        shop.timeZone,
      );
      const times = messages.map(({ at }) => at.getTime());
      for (const [position, time] of times.entries()) expect(time).toBeGreaterThan(times[position - 1] ?? 0);
      expect(times.at(-1)).toBeLessThan(now.getTime());
      for (const message of messages.filter(({ from }) => from !== "customer")) {
        const { hour, weekday } = localClock(message.at, shop.timeZone);
        expect([1, 2, 3, 4, 5]).toContain(weekday);
        expect(hour).toBeGreaterThanOrEqual(8.5);
        expect(hour).toBeLessThan(17);
      }
      const order = worldAt(now)
        .shops.flatMap(({ orders }) => orders)
        .find(({ name }) => name === conversation.order);
      if (order) expect(Date.parse(order.createdAt)).toBeLessThan(times[0] ?? 0);
      if (closedAt) expect(closedAt.getTime()).toBeGreaterThan(times.at(-1) ?? 0);
      if (archivedAt) expect(now.getTime() - archivedAt.getTime()).toBeLessThan(30 * 24 * 3_600_000);
      if (snoozedUntil) expect(snoozedUntil.getTime()).toBeGreaterThan(now.getTime());
    },
  );
});

test("every state, priority, identity, channel and language is there", () => {
  const all = <Key extends "state" | "priority" | "identity" | "channel" | "locale">(key: Key) =>
    [...new Set(conversations.map((conversation) => conversation[key]))].sort();
  expect(all("state")).toEqual(["archived", "closed", "open", "snoozed", "spam", "waiting"]);
  expect(all("priority")).toEqual(["high", "low", "normal", "urgent"]);
  expect(all("identity")).toEqual(["claimed", "mismatch", "verified"]);
  expect(all("channel")).toEqual(["email", "form"]);
  expect(all("locale")).toEqual(["en", "nb", "sv"]);
  for (const shop of ["fjallrum.myshopify.com", "kystull.myshopify.com"]) {
    const spoken = conversations
      .filter((conversation) => conversation.shop === shop)
      .map(({ locale }) => locale);
    expect(spoken).toContain("en");
  }
});

test("threads run from one message to twelve, and some answers did not arrive", () => {
  const lengths = conversations.map((conversation) => conversation.messages.length);
  expect(Math.min(...lengths)).toBe(1);
  expect(Math.max(...lengths)).toBe(12);
  const deliveries = messages.flatMap((message) => (message.from === "agent" ? [message.delivery] : []));
  expect(deliveries.filter((delivery) => delivery === "failed")).toHaveLength(1);
  expect(deliveries.filter((delivery) => delivery === "bounced")).toHaveLength(1);
});

test("the first workspace has about forty-six conversations and Tallrik eight", () => {
  const tallrik = conversations.filter(({ shop }) => shop === "tallrik.myshopify.com");
  expect(tallrik).toHaveLength(8);
  expect(conversations.length - tallrik.length).toBeGreaterThanOrEqual(44);
});
