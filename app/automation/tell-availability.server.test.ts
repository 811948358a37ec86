// complaints.md 16: told once per conversation and closed period, in the visitor's time; never because an agent wrote.
import { afterEach, expect, test, vi } from "vitest";
import { makeVisitor } from "../../tests/chat-visitor.ts";
import { makeAgent, makeMessage } from "../../tests/factories.ts";
import { makeChat, makeOfficeShop } from "../../tests/factories/chats.ts";
import { acknowledge } from "../channels/acknowledge.server.ts";
import { db } from "../db.server.ts";
import { onTicketEvent } from "../jobs/on-ticket-event.server.ts";
import { expectedOf } from "./expected.server.ts";
import { tellAvailability } from "./tell-availability.server.ts";

afterEach(() => vi.useRealTimers());
const clock = (at: string) => vi.useFakeTimers({ toFake: ["Date"], now: new Date(at) });
const FRIDAY_NOON = "2026-11-27T11:00Z";
const FRIDAY_NIGHT = "2026-11-27T20:00Z";

type Shop = Awaited<ReturnType<typeof makeOfficeShop>>;
const told = async ({ workspace }: Shop) => {
  const where = { workspaceId: workspace.id, automatic: true };
  const said = await db.message.findMany({ where, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return said.map(({ text }) => text);
};

type ChatGiven = Parameters<typeof makeChat> extends [unknown, ...infer Rest] ? Rest : [];

/** A conversation whose messages are reacted to twice, as after a crash. */
async function talk(shop: Shop, ...about: ChatGiven) {
  const { workspaceId } = shop.store;
  const { chat, ticket } = await makeChat(shop.store, ...about);
  const key = { workspaceId_ticketId: { workspaceId, ticketId: ticket.id } };
  const place = async () =>
    (await db.chat.update({ where: key, data: { revision: { increment: 1 } } })).revision;
  let opened = true;
  const react = async (id: string) => {
    for (let time = 0; time < 2; time++) await tellAvailability(workspaceId, id, opened);
    opened = false;
  };
  const message = async (given: Partial<Parameters<typeof makeMessage>[1]>) =>
    makeMessage(ticket, { channel: "chat", chatId: chat.ticketId, chatSeq: await place(), ...given });
  return {
    ticket,
    say: async (given: { fromAddress?: string } = {}) => {
      const { id } = await message(given);
      await react(id);
      return id;
    },
    /** The worker comes at that time. */
    sayAndWait: async (until: string) => {
      const { id } = await message({});
      clock(until);
      await react(id);
    },
    answer: async (agent: { id: string }) => {
      await db.chat.update({ where: key, data: { lastAgentAt: new Date(), state: "running" } });
      const { id } = await message({ kind: "outbound", authorId: agent.id, delivery: "sent" });
      await react(id);
    },
  };
}

const CLOSED = (back: string) =>
  `Tack för ditt meddelande! Vi har stängt just nu. Vi är tillbaka ${back} och svarar dig då.`;

test("who writes in the chat hears it there, as a reaction to their own message", async () => {
  clock(FRIDAY_NIGHT);
  const shop = await makeOfficeShop();
  const visitor = await makeVisitor({ shop: shop.store.shopDomain });
  await visitor.send("Hej, är någon där?", { email: "ebba@example.com" });
  const { id } = await db.event.findFirstOrThrow({
    where: { workspaceId: shop.workspace.id, type: "ticket-opened" },
  });
  for (let time = 0; time < 2; time++) await onTicketEvent({ workspaceId: shop.workspace.id, eventId: id });
  const { body } = await visitor.since("0");
  expect(body.messages).toMatchObject([
    { from: "visitor" },
    { from: "auto", text: CLOSED("på måndag kl. 09:00") },
  ]);
  const [ticket] = await db.ticket.findMany({ where: { workspaceId: shop.workspace.id } });
  expect(ticket).toMatchObject({ waitingOn: "us", preview: "Hej, är någon där?" });
});

test("while it is closed once until it opens, and again only in the next closed period", async () => {
  clock(FRIDAY_NIGHT);
  const shop = await makeOfficeShop();
  const { say } = await talk(shop, { offline: true });
  await say();
  clock("2026-11-28T20:00Z");
  await say();
  expect(await told(shop)).toEqual([CLOSED("på måndag kl. 09:00")]);
  clock("2026-11-30T18:00Z");
  await say();
  expect(await told(shop)).toEqual([CLOSED("på måndag kl. 09:00"), CLOSED("i morgon kl. 09:00")]);
});

test("by the visitor's own clock and in their language, in the mail too; a zone that is none is the shop's", async () => {
  clock(FRIDAY_NIGHT);
  const shop = await makeOfficeShop();
  const visitor = { locale: "en-US", timeZone: "America/New_York" };
  const abroad = await talk(shop, { offline: true }, { visitor, ticket: { locale: "en-US" } });
  const messageId = await abroad.say({ fromAddress: "jo@example.com" });
  await acknowledge(abroad.ticket, messageId, true, expectedOf);
  const [mail] = await db.outgoingMail.findMany({ where: { workspaceId: shop.workspace.id } });
  expect(mail?.text).toContain("We are closed right now and back Monday at 3:00 AM.");
  const nowhere = await talk(
    shop,
    { offline: true },
    { visitor: { locale: "fi", timeZone: "Europe/Atlantis" } },
  );
  await nowhere.say();
  expect((await told(shop)).join("\n")).toMatch(/back Monday at 3:00 AM and .*\n.*maanantaina klo 9\.00/);
});

test("while it is open at the first message alone: that somebody comes, or that it may take a while", async () => {
  clock(FRIDAY_NOON);
  const shop = await makeOfficeShop();
  const one = await talk(shop);
  await one.say();
  await one.say();
  expect(await told(shop)).toEqual([expect.stringContaining("Alla är upptagna just nu")]);
  await makeAgent(shop.workspace, { openAt: new Date(FRIDAY_NOON) });
  await (await talk(shop)).say();
  expect((await told(shop)).slice(1)).toEqual(["Tack för ditt meddelande! Vi är strax hos dig."]);
});

test("never because an agent wrote, nor after one answered, though it closes while they talk", async () => {
  clock("2026-11-27T15:50Z");
  const shop = await makeOfficeShop();
  const agent = await makeAgent(shop.workspace);
  const { say, answer } = await talk(shop);
  await answer(agent);
  clock("2026-11-27T16:02Z");
  await answer(agent);
  await say();
  expect(await told(shop)).toEqual([]);
  // Nobody is there any more.
  clock("2026-11-27T17:30Z");
  await say();
  expect(await told(shop)).toEqual([CLOSED("på måndag kl. 09:00")]);
});

test("a worker that comes late says nothing of soon, nothing in a chat that is over, and what is switched off stays unsaid", async () => {
  clock(FRIDAY_NOON);
  const shop = await makeOfficeShop();
  await (await talk(shop)).sayAndWait("2026-11-27T11:11Z");
  clock(FRIDAY_NIGHT);
  await (await talk(shop, { state: "ended", endedAt: new Date(), endedBy: "visitor" })).say();
  await (await talk(shop, {}, { ticket: { spam: true } })).say();
  await db.setting.create({
    data: {
      workspaceId: shop.workspace.id,
      scope: "",
      name: "chatMessages",
      value: { closed: { on: false, texts: {} } },
    },
  });
  await (await talk(shop)).say();
  expect(await told(shop)).toEqual([]);
});
