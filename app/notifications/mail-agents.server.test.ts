import { expect, test } from "vitest";
import { makeAgent, makeConversation, makeMessage, makeTicket, unique } from "../../tests/factories.ts";
import { db } from "../db.server.ts";
import { env } from "../env.server.ts";
import { onTicketEvent } from "../jobs/on-ticket-event.server.ts";
import { SYSTEM, type Actor, type TicketEventType } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { HOUR, later, now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { tokenIn } from "../mail/addresses.ts";
import { mailAgents } from "./mail-agents.server.ts";
import { MOST_PER_HOUR } from "./notify.server.ts";

type Talk = Awaited<ReturnType<typeof makeConversation>>;

const FIRST = { opened: true, causedBy: null };
const notificationsOf = (workspace: { id: string }) =>
  db.outgoingMail.findMany({
    where: { workspaceId: workspace.id, kind: "notification" },
    orderBy: { createdAt: "asc" },
  });

/** Something happens in the ticket, and the reactions run. */
async function happens(
  { ticket }: Talk,
  type: TicketEventType,
  data: { messageId: string; automatic?: boolean },
  by: Actor = SYSTEM,
) {
  await db.$transaction((tx) => recordTicketEvent(tx, ticket, { type, by, data }));
  const event = await db.event.findFirstOrThrow({
    where: { workspaceId: ticket.workspaceId, ticketId: ticket.id, type },
    orderBy: { id: "desc" },
  });
  await onTicketEvent({ workspaceId: ticket.workspaceId, eventId: event.id });
  await onTicketEvent({ workspaceId: ticket.workspaceId, eventId: event.id });
}

test("says who wrote what, leads to the ticket, and is answered to an address of the agent's own", async () => {
  const talk = await makeConversation();
  const { ticket, agent, store } = talk;
  const message = await makeMessage(ticket, {
    text: "Hej!\n\n> ert mejl\n<script>",
    trimmed: "Hej! <script>",
    fromName: "Nils Ek",
    fromAddress: "nils@example.com",
    senderProof: "unverified",
  });
  await happens(talk, "message-received", { messageId: message.id });
  const [mail, ...more] = await notificationsOf(talk.workspace);
  expect(more).toEqual([]);
  expect(mail).toMatchObject({
    toAddress: agent.email,
    fromName: `Nils Ek · ${store.name}`,
    subject: "[BC-1001] Fel storlek",
    messageId: message.id,
  });
  const handle = store.shopDomain.replace(".myshopify.com", "");
  const link = `https://admin.shopify.com/store/${handle}/apps/${env.SHOPIFY_API_KEY}/app/tickets/${ticket.id}`;
  for (const part of [
    "Nils Ek <nils@example.com>",
    "Hej! <script>",
    link,
    "Unverified sender",
    "Answer this mail",
  ])
    expect(mail?.text).toContain(part);
  expect(mail?.text).not.toContain("ert mejl");
  expect(mail?.html).toContain("Hej! &lt;script&gt;");
  expect(mail?.headers).toContainEqual({ Name: "Auto-Submitted", Value: "auto-generated" });
  const token = tokenIn(mail?.replyTo ?? "", env.POSTMARK_INBOUND_ADDRESS);
  expect(await db.replyToken.findUnique({ where: { token: token ?? "" } })).toMatchObject({
    agentId: agent.id,
    ticketId: ticket.id,
  });
});

test("speaks the agent's language", async () => {
  const talk = await makeConversation();
  for (const locale of ["sv-SE", "no"]) await makeAgent(talk.workspace, { locale });
  await mailAgents(talk.ticket, talk.message.id, FIRST);
  const texts = (await notificationsOf(talk.workspace)).map(({ text }) => text).join("\n");
  for (const words of ["Answer this mail", "Svara på det här mejlet", "Svar på denne e-posten"])
    expect(texts).toContain(words);
});

test("goes to those who want it and have access, never to whoever caused it", async () => {
  const talk = await makeConversation();
  const { workspace, ticket, message } = talk;
  await makeAgent(workspace, { notifyByMail: "none" });
  await makeAgent(workspace, { role: null, notifyByMail: "all" });
  await makeAgent(workspace, { retiredAt: now(), notifyByMail: "all" });
  await makeAgent(workspace, { email: message.fromAddress ?? `wrote-${unique()}@bjork.example` });
  const cause = await makeAgent(workspace, { notifyByMail: "all" });
  const all = await makeAgent(workspace, { notifyByMail: "all" });
  await db.ticket.updateMany({
    where: { id: ticket.id, workspaceId: workspace.id },
    data: { assigneeId: talk.agent.id },
  });
  await happens(talk, "message-received", { messageId: message.id }, { kind: "agent", id: cause.id });
  const to = (await notificationsOf(workspace)).map(({ toAddress }) => toAddress);
  expect(to.sort()).toEqual([all.email, talk.agent.email].sort());
});

test("machines, spam and our own words are nobody's news", async () => {
  const talk = await makeConversation();
  const machine = await makeMessage(talk.ticket, { machine: "auto-reply" });
  const ours = await makeMessage(talk.ticket, { kind: "outbound" });
  await happens(talk, "message-received", { messageId: machine.id, automatic: true });
  await mailAgents(talk.ticket, machine.id, FIRST);
  await mailAgents(talk.ticket, ours.id, FIRST);
  const spam = await makeTicket(talk.store, { spam: true, customerId: talk.customer.id });
  await mailAgents(spam, (await makeMessage(spam)).id, FIRST);
  expect(await notificationsOf(talk.workspace)).toEqual([]);
});

test("an address that comes back to us is never notified", async () => {
  const talk = await makeConversation();
  await db.agent.updateMany({
    where: { id: talk.agent.id, workspaceId: talk.workspace.id },
    data: { email: talk.store.inboundAddress },
  });
  await mailAgents(talk.ticket, talk.message.id, FIRST);
  expect(await notificationsOf(talk.workspace)).toEqual([]);
});

test("a flood ends in one mail an hour that says there is more", async () => {
  const talk = await makeConversation();
  const { workspace, agent } = talk;
  const sample = { workspaceId: workspace.id, kind: "notification", toAddress: agent.email, subject: "x" };
  const filled = { ...sample, fromAddress: "a@samla.example", fromName: "x", text: "x", html: "x" };
  await db.outgoingMail.createMany({
    data: Array.from({ length: MOST_PER_HOUR }, () => ({
      ...filled,
      id: newId(),
      requestKey: newId(),
      internetId: newId(),
      createdAt: later(now(), -0.5 * HOUR),
    })),
  });
  for (let n = 0; n < 3; n++) {
    const message = await makeMessage(talk.ticket, { text: `nummer ${n}` });
    await mailAgents(talk.ticket, message.id, { opened: false, causedBy: null });
  }
  const news = (await notificationsOf(workspace)).slice(MOST_PER_HOUR);
  expect(news.map(({ subject }) => subject)).toEqual(["More messages in the inbox"]);
  expect(news[0]?.text).not.toContain("nummer");
});

test("later notifications of a ticket join the earlier ones in the agent's mailbox", async () => {
  const talk = await makeConversation();
  await mailAgents(talk.ticket, talk.message.id, FIRST);
  const next = await makeMessage(talk.ticket, { createdAt: later(now(), 1000) });
  await mailAgents(talk.ticket, next.id, { opened: false, causedBy: null });
  const [first, second] = await notificationsOf(talk.workspace);
  expect(second?.headers).toContainEqual({ Name: "In-Reply-To", Value: `<${first?.internetId}>` });
  expect(second?.replyTo).toBe(first?.replyTo);
});
