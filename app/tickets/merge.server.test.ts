import { expect, test } from "vitest";
import {
  makeAgent,
  makeConversation,
  makeCustomer,
  makeMessage,
  makeStore,
  makeTicket,
} from "../../tests/factories.ts";
import { mailbox, receive, someone, ticketsOf } from "../../tests/mailbox.ts";
import { db } from "../db.server.ts";
import { newId } from "../lib/id.ts";
import { later, now } from "../lib/clock.ts";
import { replyAddressOf } from "../mail/reply-token.server.ts";
import { findTicket } from "./find.server.ts";
import { mergeTickets } from "./merge.server.ts";
import { splitTicket } from "./split.server.ts";
import { undoMerge } from "./unmerge.server.ts";

type Talk = Awaited<ReturnType<typeof twoTickets>>;

async function twoTickets() {
  const talk = await makeConversation();
  const { store, customer } = talk;
  const other = await makeTicket(store, { customerId: customer.id, subject: "Var är paketet?" });
  const said = await makeMessage(other, { text: "Var är paketet?" });
  return { ...talk, other, said, by: { kind: "agent", id: talk.agent.id } as const };
}

const merge = ({ workspace, other, ticket, by }: Talk) =>
  mergeTickets(workspace, { from: other.id, into: ticket.id }, { by });

const ticketOf = (ticket: { workspaceId: string; id: string }) =>
  db.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: ticket.workspaceId, id: ticket.id } },
    include: { messages: { orderBy: { id: "asc" } }, labels: true, participants: true, drafts: true },
  });

/** Everything of it but when it was last touched. */
const whole = async (ticket: { workspaceId: string; id: string }) => ({
  ...(await ticketOf(ticket)),
  events: await db.event.findMany({
    where: { workspaceId: ticket.workspaceId, ticketId: ticket.id, type: { notIn: ["merged", "unmerged"] } },
    orderBy: { id: "asc" },
  }),
});

async function label(ticket: { workspaceId: string; id: string }, name: string) {
  const { workspaceId, id: ticketId } = ticket;
  const made = await db.label.create({ data: { workspaceId, id: newId(), name } });
  await db.ticketLabel.create({ data: { workspaceId, ticketId, labelId: made.id } });
  return made.id;
}

test("merged and undone, both tickets are as they were, to the last row", async () => {
  const talk = await twoTickets();
  const { workspace, ticket, other, agent, by } = talk;
  const { workspaceId } = ticket;
  await label(ticket, "retur");
  const lost = await label(other, "frakt");
  await db.ticket.updateMany({
    where: { workspaceId, id: ticket.id },
    data: { status: "closed", closedAt: now(), waitingOn: "customer" },
  });
  await db.ticket.updateMany({
    where: { workspaceId, id: other.id },
    data: { priority: "urgent", orderName: "#7" },
  });
  await db.draft.create({
    data: {
      workspaceId,
      agentId: agent.id,
      ticketId: other.id,
      mode: "note",
      html: "<p>x</p>",
      requestKey: newId(),
      updatedAt: now(),
    },
  });
  await db.event.create({
    data: {
      workspaceId,
      id: newId(),
      ticketId: other.id,
      type: "assigned",
      actorKind: "system",
      createdAt: now(),
    },
  });
  const before = [await whole(ticket), await whole(other)];

  const { mergeId } = await merge(talk);
  const survivor = await whole(ticket);
  expect(survivor).toMatchObject({ status: "open", waitingOn: "us", priority: "urgent", orderName: "#7" });
  expect(survivor.messages).toHaveLength(2);
  expect(survivor.labels.map(({ labelId }) => labelId)).toContain(lost);
  expect(survivor.drafts).toHaveLength(1);
  expect(survivor.events.find(({ type }) => type === "assigned")?.data).toEqual({ of: other.number });
  expect(await findTicket(workspace, other.id)).toMatchObject({ id: ticket.id });

  await undoMerge(workspace, mergeId, { by });
  expect([await whole(ticket), await whole(other)].map(withoutReopened)).toEqual(before);
  // Twice is harmless.
  await undoMerge(workspace, mergeId, { by });
});

const withoutReopened = (one: Awaited<ReturnType<typeof whole>>) => ({
  ...one,
  events: one.events.filter(({ type }) => type !== "reopened"),
});

test("undoing leaves alone what somebody changed since, and what was said since stays where it was said", async () => {
  const talk = await twoTickets();
  const { workspace, ticket, other, by, said } = talk;
  const { workspaceId } = ticket;
  await db.ticket.updateMany({ where: { workspaceId, id: other.id }, data: { priority: "high" } });
  const { mergeId } = await merge(talk);
  await db.ticket.updateMany({ where: { workspaceId, id: ticket.id }, data: { priority: "low" } });
  const since = await makeMessage(ticket, { text: "Och en sak till" });
  await undoMerge(workspace, mergeId, { by });
  const [one, two] = [await ticketOf(ticket), await ticketOf(other)];
  expect(one).toMatchObject({ priority: "low", lastMessageId: since.id });
  expect(two).toMatchObject({ priority: "high", lastMessageId: said.id, status: "open", mergedIntoId: null });
  expect(two.messages.map(({ id }) => id)).toEqual([said.id]);
});

test("whose ticket was swallowed is told, unless they did it", async () => {
  const talk = await twoTickets();
  const colleague = await makeAgent(talk.workspace);
  const { workspaceId } = talk.ticket;
  for (const [id, assigneeId] of [
    [talk.ticket.id, talk.agent.id],
    [talk.other.id, colleague.id],
  ] as const)
    await db.ticket.updateMany({ where: { workspaceId, id }, data: { assigneeId } });
  await merge(talk);
  const told = await db.event.findFirstOrThrow({
    where: { workspaceId, ticketId: talk.ticket.id, type: "merged" },
  });
  expect(told.data).toMatchObject({ toldId: colleague.id, from: talk.other.number });
});

test("itself, what is merged already, another store's and another tenant's are refused", async () => {
  const talk = await twoTickets();
  const { workspace, ticket, other, by, customer } = talk;
  const refused = (from: string, into: string, ws = workspace) => mergeTickets(ws, { from, into }, { by });
  await expect(refused(ticket.id, ticket.id)).rejects.toMatchObject({ detail: { reason: "itself" } });
  const elsewhere = await makeTicket(await makeStore(workspace), { customerId: customer.id });
  await expect(refused(elsewhere.id, ticket.id)).rejects.toMatchObject({ detail: { reason: "other-store" } });
  const foreign = await makeConversation();
  await expect(refused(foreign.ticket.id, ticket.id)).rejects.toMatchObject({ code: "not-found" });
  await expect(refused("nonsense", ticket.id)).rejects.toMatchObject({ code: "not-found" });
  const { mergeId } = await merge(talk);
  const third = await makeTicket(talk.store, { customerId: customer.id });
  for (const [from, into] of [
    [other.id, third.id],
    [third.id, other.id],
  ] as const)
    await expect(refused(from, into)).rejects.toMatchObject({ detail: { reason: "already-merged" } });
  await expect(undoMerge(foreign.workspace, mergeId, { by })).rejects.toMatchObject({ code: "not-found" });
  await mergeTickets(workspace, { from: ticket.id, into: third.id }, { by });
  expect(await findTicket(workspace, other.id)).toMatchObject({ id: third.id });
  await expect(undoMerge(workspace, mergeId, { by })).rejects.toMatchObject({
    detail: { reason: "merged-further" },
  });
});

test("two who merge each other's at the same moment: one does, the other is refused", async () => {
  const talk = await twoTickets();
  const { workspace, ticket, other, by } = talk;
  const both = await Promise.allSettled([
    mergeTickets(workspace, { from: ticket.id, into: other.id }, { by }),
    mergeTickets(workspace, { from: other.id, into: ticket.id }, { by }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const survivors = await db.ticket.count({ where: { workspaceId: workspace.id, mergedIntoId: null } });
  expect(survivors).toBe(1);
});

test("later replies to either ticket land in the survivor: by address, by Message-ID, while it is being merged", async () => {
  const { workspace, token } = await mailbox();
  const [ebba, nils] = [someone(), someone()];
  await receive({ from: ebba, token, messageId: "a@m.example", text: "a" });
  await receive({ from: nils, token, messageId: "b@m.example", text: "b" });
  const [first, second] = await ticketsOf(workspace);
  if (!first || !second) throw new Error("no tickets");
  const by = { kind: "agent", id: (await makeAgent(workspace)).id } as const;
  const address = await db.$transaction((tx) => replyAddressOf(tx, second));
  await Promise.all([
    mergeTickets(workspace, { from: second.id, into: first.id }, { by }),
    receive({ from: nils, to: address, text: "mitt i" }),
  ]);
  await receive({ from: nils, to: address, text: "till adressen" });
  await receive({ from: nils, token, inReplyTo: "b@m.example", text: "på brevet" });
  await receive({ from: ebba, token, inReplyTo: "a@m.example", text: "på det andra" });
  const [survivor, rest] = await ticketsOf(workspace);
  expect(rest?.messages).toEqual([]);
  expect(survivor?.messages.map(({ text }) => text).sort()).toEqual(
    ["a", "b", "mitt i", "på brevet", "på det andra", "till adressen"].sort(),
  );
});

test("a split message is a ticket of its own: who answers it lands there, and no mail joins the two again", async () => {
  const { workspace, token } = await mailbox();
  const from = someone();
  await receive({ from, token, messageId: "a@m.example", text: "a" });
  await receive({
    from,
    token,
    messageId: "b@m.example",
    inReplyTo: "a@m.example",
    subject: "Annat",
    text: "b",
  });
  const [ticket] = await ticketsOf(workspace);
  const moving = ticket?.messages.find(({ text }) => text === "b");
  if (!ticket || !moving) throw new Error("no ticket");
  const by = { kind: "agent", id: (await makeAgent(workspace)).id } as const;
  const split = { messageId: moving.id, following: false, notes: false };
  const { mergeId, ticketId } = await splitTicket(ticket, split, { by });
  expect(await ticketOf({ workspaceId: workspace.id, id: ticketId })).toMatchObject({
    subject: "Annat",
    customerId: ticket.customerId,
    number: ticket.number + 1,
    waitingOn: "us",
  });
  await receive({
    from,
    token,
    inReplyTo: "b@m.example",
    references: ["a@m.example", "b@m.example"],
    text: "c",
  });
  const texts = async () =>
    (await ticketsOf(workspace)).map(({ messages }) => messages.map(({ text }) => text).sort());
  expect(await texts()).toEqual([["a"], ["b", "c"]]);
  await expect(
    splitTicket(ticket, { ...split, messageId: ticket.messages[0]?.id ?? "" }, { by }),
  ).rejects.toMatchObject({ code: "cannot-split" });
  await undoMerge(workspace, mergeId, { by });
  expect(await texts()).toEqual([["a", "b", "c"], []]);
});

test("merging across customers keeps each ticket's own customer", async () => {
  const talk = await twoTickets();
  const nils = await makeCustomer(talk.workspace);
  await db.ticket.updateMany({
    where: { workspaceId: talk.workspace.id, id: talk.other.id },
    data: { customerId: nils.id, identity: "mismatch" },
  });
  await merge(talk);
  expect(await ticketOf(talk.ticket)).toMatchObject({ customerId: talk.customer.id, identity: "claimed" });
});

test("who wrote to the survivor after a merge stays in sight when it is undone", async () => {
  const talk = await twoTickets();
  const { workspace, ticket, by } = talk;
  await db.ticket.update({
    where: { workspaceId_id: { workspaceId: workspace.id, id: ticket.id } },
    data: { status: "closed", closedAt: now(), waitingOn: "customer" },
  });
  const { mergeId } = await merge(talk);
  await makeMessage(ticket, { text: "Och en sak till", createdAt: later(now(), 1000) });
  await undoMerge(workspace, mergeId, { by });
  expect(await ticketOf(ticket)).toMatchObject({ status: "open", waitingOn: "us" });
});

test("another customer's order is not taken over", async () => {
  const talk = await twoTickets();
  const { workspace, ticket, other } = talk;
  const stranger = await makeCustomer(workspace);
  await db.ticket.update({
    where: { workspaceId_id: { workspaceId: workspace.id, id: other.id } },
    data: { customerId: stranger.id, orderName: "#7", shopifyOrderId: "7" },
  });
  await merge(talk);
  expect(await ticketOf(ticket)).toMatchObject({ orderName: null, shopifyOrderId: null });
});
