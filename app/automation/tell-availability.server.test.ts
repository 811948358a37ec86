// complaints.md 16: told once per conversation and closed period, in the visitor's time; never because an agent wrote.
import { afterEach, expect, test, vi } from "vitest";
import { makeVisitor } from "../../tests/chat-visitor.ts";
import { makeAgent } from "../../tests/factories.ts";
import { makeOfficeShop } from "../../tests/factories/chats.ts";
import { acknowledge } from "../channels/acknowledge.server.ts";
import { db } from "../db.server.ts";
import { onTicketEvent } from "../jobs/on-ticket-event.server.ts";
import { newId } from "../lib/id.ts";
import { NOBODY } from "../mail/person.ts";
import { closeTicket } from "../tickets/lifecycle.server.ts";
import { replyToTicket } from "../tickets/reply.server.ts";
import { expectedOf } from "./expected.server.ts";
import { tellAvailability } from "./tell-availability.server.ts";

afterEach(() => vi.useRealTimers());
const clock = (at: string) => vi.useFakeTimers({ toFake: ["Date"], now: new Date(at) });
const FRIDAY_NOON = "2026-11-27T11:00Z";
const FRIDAY_NIGHT = "2026-11-27T20:00Z";

type Shop = Awaited<ReturnType<typeof makeOfficeShop>>;
/** What a worker does about every message of a visitor; twice, as after a crash. */
async function react({ workspace }: Shop) {
  const workspaceId = workspace.id;
  const events = await db.event.findMany({
    where: { workspaceId, type: { in: ["ticket-opened", "message-received"] } },
    orderBy: { id: "asc" },
  });
  for (const { type, data } of [...events, ...events]) {
    const { messageId } = data as { messageId: string };
    await tellAvailability(workspaceId, messageId, type === "ticket-opened");
  }
}
const told = async ({ workspace }: Shop) => {
  const where = { workspaceId: workspace.id, automatic: true };
  const said = await db.message.findMany({ where, orderBy: { createdAt: "asc" } });
  return said.map(({ text }) => text);
};
const ticketOf = async ({ workspace }: Shop) =>
  db.ticket.findFirstOrThrow({ where: { workspaceId: workspace.id }, orderBy: { number: "desc" } });
async function answer(shop: Shop, agent: { id: string }) {
  const ticket = await ticketOf(shop);
  await replyToTicket(ticket, {
    by: agent,
    html: "<p>Hej! Jag tittar.</p>",
    recipients: NOBODY,
    fileIds: [],
    requestKey: newId(),
    seen: ticket.lastMessageId,
  });
  await react(shop);
  const events = await db.event.findMany({ where: { workspaceId: shop.workspace.id, type: "message-sent" } });
  for (const { id } of events) await onTicketEvent({ workspaceId: shop.workspace.id, eventId: id });
}
const from = (shop: Shop) => makeVisitor({ shop: shop.store.shopDomain });

test("a message left while the shop is closed is told once when it is back; again only in the next closed period", async () => {
  clock(FRIDAY_NIGHT);
  const shop = await makeOfficeShop();
  const visitor = await from(shop);
  await visitor.send("Hej, är någon där?", { email: "ebba@example.com" });
  await react(shop);
  const closed =
    "Tack för ditt meddelande! Vi har stängt just nu. Vi är tillbaka på måndag kl. 09:00 och svarar dig då.";
  expect(await told(shop)).toEqual([closed]);
  clock("2026-11-28T20:00Z");
  await visitor.send("Hallå?");
  await react(shop);
  expect(await told(shop)).toEqual([closed]);
  clock("2026-11-30T18:00Z");
  await visitor.send("Är ni kvar?");
  await react(shop);
  expect(await told(shop)).toEqual([
    closed,
    "Tack för ditt meddelande! Vi har stängt just nu. Vi är tillbaka i morgon kl. 09:00 och svarar dig då.",
  ]);
  const { body } = await visitor.since("0");
  expect(body.messages.map((one) => one.from)).toEqual(["visitor", "auto", "visitor", "visitor", "auto"]);
  expect(await ticketOf(shop)).toMatchObject({ waitingOn: "us", preview: "Är ni kvar?" });
});

test("it is the visitor's own clock and language; a zone that is none is the shop's", async () => {
  clock(FRIDAY_NIGHT);
  const shop = await makeOfficeShop();
  const abroad = await makeVisitor({ shop: shop.store.shopDomain });
  await db.visitor.updateMany({
    where: { workspaceId: shop.workspace.id },
    data: { locale: "en-US", timeZone: "America/New_York" },
  });
  await abroad.send("Hi", { email: "jo@example.com" });
  await react(shop);
  // The mail says the same.
  const ticket = await ticketOf(shop);
  await acknowledge(ticket, ticket.lastMessageId ?? "", true, expectedOf);
  const [mail] = await db.outgoingMail.findMany({ where: { workspaceId: shop.workspace.id } });
  expect(mail).toMatchObject({
    toAddress: "jo@example.com",
    text: expect.stringContaining("back Monday at 3:00 AM.") as string,
  });
  const nowhere = await makeVisitor({ shop: shop.store.shopDomain });
  await nowhere.send("Moi", { email: "aino@example.com" });
  const { visitorId } = await db.chat.findFirstOrThrow({
    where: { workspaceId: shop.workspace.id },
    orderBy: { ticket: { number: "desc" } },
  });
  await db.visitor.update({
    where: { workspaceId_id: { workspaceId: shop.workspace.id, id: visitorId } },
    data: { locale: "fi", timeZone: "Europe/Atlantis" },
  });
  await react(shop);
  expect((await told(shop)).join("\n")).toMatch(/back Monday at 3:00 AM and .*\n.*maanantaina klo 9\.00/);
});

test("while it is open who writes first is told that somebody comes, or that it may take a while; once", async () => {
  clock(FRIDAY_NOON);
  const shop = await makeOfficeShop();
  const visitor = await from(shop);
  const { status, body } = await visitor.send("Hej!");
  expect({ status, body }).toMatchObject({ status: 200 });
  await react(shop);
  await visitor.send("Jag undrar en sak.");
  await react(shop);
  expect(await told(shop)).toEqual([expect.stringContaining("Alla är upptagna just nu")]);
  await makeAgent(shop.workspace, { openAt: new Date(FRIDAY_NOON) });
  const another = await from(shop);
  await another.send("Hej!");
  await react(shop);
  expect(await told(shop)).toHaveLength(2);
  expect((await told(shop))[1]).toBe("Tack för ditt meddelande! Vi är strax hos dig.");
});

test("never because an agent wrote, nor after one answered, though it closes while they talk", async () => {
  clock("2026-11-27T15:50Z");
  const shop = await makeOfficeShop();
  const agent = await makeAgent(shop.workspace);
  const visitor = await from(shop);
  await visitor.send("Hej!");
  await answer(shop, agent);
  expect(await told(shop)).toEqual([]);
  clock("2026-11-27T16:02Z");
  await answer(shop, agent);
  await visitor.send("Tack!");
  await react(shop);
  expect(await told(shop)).toEqual([]);
  // Nobody is there any more.
  clock("2026-11-27T17:30Z");
  await visitor.send("En sak till?");
  await react(shop);
  expect(await told(shop)).toEqual([expect.stringContaining("på måndag kl. 09:00")]);
});

test("a worker that comes late says nothing of soon, nothing in a chat that is over, and what is switched off stays unsaid", async () => {
  clock(FRIDAY_NOON);
  const shop = await makeOfficeShop();
  const visitor = await from(shop);
  await visitor.send("Hej!");
  clock("2026-11-27T11:11Z");
  await react(shop);
  expect(await told(shop)).toEqual([]);
  await closeTicket(await ticketOf(shop), { by: { kind: "system" } });
  clock(FRIDAY_NIGHT);
  await react(shop);
  expect(await told(shop)).toEqual([]);
  const off = { on: false, texts: {} };
  await db.setting.create({
    data: { workspaceId: shop.workspace.id, scope: "", name: "chatMessages", value: { closed: off } },
  });
  const another = await from(shop);
  await another.send("Hej!", { email: "ebba@example.com" });
  await react(shop);
  expect(await told(shop)).toEqual([]);
});
