// Deleted for good: thirty days after archiving, to the second, or at once by who may.
import { expect, test } from "vitest";
import { makeChat } from "../../tests/chat-visitor.ts";
import { makeConversation, makeCustomer, makeMessage, makeTicket } from "../../tests/factories.ts";
import { mailbox, receive, someone, ticketsOf } from "../../tests/mailbox.ts";
import { tenant, visit } from "../../tests/admin-call.ts";
import { mergeCustomers } from "../customers/merging/merge.server.ts";
import { db } from "../db.server.ts";
import { SYSTEM } from "../events/event.ts";
import { DAY, later, now, SECOND } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { action as deletion } from "../routes/app.tickets.$ticketId.deletion.ts";
import { archiveTicket } from "../tickets/archive.server.ts";
import { addLabelNamed } from "../tickets/labelling.server.ts";
import type { TicketRef } from "../tickets/ticket.ts";
import { deleteExpired, deleteTicket } from "./delete-tickets.server.ts";

const by = { by: SYSTEM };
const exists = async ({ workspaceId, id }: TicketRef) =>
  (await db.ticket.findUnique({ where: { workspaceId_id: { workspaceId, id } } })) !== null;

test("after thirty days a ticket goes with all it held; a second earlier it is there", async () => {
  const { workspace, store, customer, ticket, message } = await makeConversation();
  const workspaceId = workspace.id;
  const other = await makeTicket(store, { customerId: (await makeCustomer(workspace)).id });
  const young = await makeTicket(store, { archivedAt: later(now(), -30 * DAY + 60 * SECOND) });
  const merged = await makeTicket(store, { mergedIntoId: ticket.id, status: "closed", closedAt: now() });
  await addLabelNamed(ticket, { name: "Retur", color: "red" }, by);
  const file = {
    id: newId(),
    key: `aa/bb/${newId()}`,
    name: "kvitto.pdf",
    contentType: "application/pdf",
    size: 1,
  };
  await db.file.create({ data: { workspaceId, messageId: message.id, ...file } });
  await db.replyToken.create({
    data: { token: newId(), workspaceId, storeId: store.id, ticketId: ticket.id },
  });
  await requestTo(workspaceId, store.id, ticket.id);
  await db.ticket.update({
    where: { workspaceId_id: { workspaceId, id: ticket.id } },
    data: { archivedAt: later(now(), -30 * DAY) },
  });

  await deleteExpired();
  expect(await Promise.all([ticket, merged, young, other].map(exists))).toEqual([false, false, true, true]);
  const where = { workspaceId, ticketId: ticket.id };
  expect([
    await db.message.count({ where }),
    await db.event.count({ where }),
    await db.ticketLabel.count({ where }),
  ]).toEqual([0, 0, 0]);
  expect(await db.file.count({ where: { workspaceId, id: file.id } })).toBe(0);
  expect(await db.customer.count({ where: { workspaceId, id: customer.id } })).toBe(0);
  // The address keeps the store; the system log keeps the number, and no words.
  expect(await db.replyToken.findFirst({ where: { workspaceId } })).toMatchObject({
    storeId: store.id,
    ticketId: null,
  });
  const [gone] = await db.event.findMany({ where: { workspaceId, type: "ticket-deleted" } });
  expect(gone).toMatchObject({ ticketId: null, data: { number: ticket.number } });
  // What wrote to them knows that it wrote to somebody.
  expect(await db.newRequestRecipient.findMany({ where: { workspaceId } })).toMatchObject([
    { state: "started", ticketId: null, address: "erased-0", name: "", shopifyId: null },
  ]);
});

test("an answer to what is gone opens a new ticket", async () => {
  const { workspace, token } = await mailbox();
  const from = someone();
  await receive({ from, token, messageId: "old@m.example" });
  const [ticket] = await ticketsOf(workspace);
  if (!ticket) throw new Error("no ticket");
  await archiveTicket(ticket, by);
  await deleteTicket(ticket, by);
  await receive({ from, token, inReplyTo: "old@m.example", text: "Hej igen" });
  const after = await ticketsOf(workspace);
  expect(after.map(({ messages }) => messages.map(({ text }) => text))).toEqual([["Hej igen"]]);
  expect(after[0]?.number).not.toBe(ticket.number);
});

test("only what is archived can be deleted, and only by an owner or admin", async () => {
  const owner = await tenant();
  const params = { ticketId: owner.ticket.id };
  const ask = () => visit(deletion, { token: owner.token(), method: "POST", params });
  expect((await ask()).status).toBe(422);
  await archiveTicket(owner.ticket, by);
  const as = (role: string) =>
    db.agent.update({
      where: { workspaceId_id: { workspaceId: owner.workspace.id, id: owner.agent.id } },
      data: { role },
    });
  await as("manager");
  expect((await ask()).status).toBe(403);
  await as("admin");
  expect((await ask()).status).toBe(200);
  expect((await ask()).status).toBe(404);
});

test("a message that comes to an archived ticket restores it before its time is over", async () => {
  const { workspace, token } = await mailbox();
  const from = someone();
  await receive({ from, token, messageId: "kept@m.example" });
  const [ticket] = await ticketsOf(workspace);
  if (!ticket) throw new Error("no ticket");
  await db.ticket.update({
    where: { workspaceId_id: { workspaceId: workspace.id, id: ticket.id } },
    data: { archivedAt: later(now(), -31 * DAY) },
  });
  await receive({ from, token, inReplyTo: "kept@m.example", text: "Jag är här" });
  await makeMessage(ticket);
  await deleteExpired();
  expect(await exists(ticket)).toBe(true);
});

/** A new request whose only recipient became this ticket. */
async function requestTo(workspaceId: string, storeId: string, ticketId: string): Promise<void> {
  const requestId = newId();
  const { id: createdById } = await db.agent.findFirstOrThrow({ where: { workspaceId } });
  await db.newRequest.create({
    data: {
      ...{ workspaceId, id: requestId, storeId, createdById, requestKey: newId() },
      ...{ subject: "Hej", text: "Hej", total: 1, createdAt: now() },
    },
  });
  const [address, name, shopifyId] = ["ebba@example.com", "Ebba", "5"];
  await db.newRequestRecipient.create({
    data: { workspaceId, requestId, position: 0, state: "started", ticketId, address, name, shopifyId },
  });
}

test("a chat's ticket goes, and its customer with whom their visitor was taken for at first", async () => {
  const { workspace, agent, ticket, visitor } = await makeChat();
  const workspaceId = workspace.id;
  await visitor.send("Nås på mejl", { email: someone() });
  const { customerId } = await db.visitor.findFirstOrThrow({ where: { workspaceId } });
  const stays = await makeCustomer(workspace);
  const agents = { by: { kind: "agent", id: agent.id } } as const;
  const merge = { from: customerId ?? "", into: stays.id, keepOthersName: false };
  await mergeCustomers(workspace, merge, agents);
  await archiveTicket(ticket, by);
  await deleteTicket(ticket, by);
  expect(await exists(ticket)).toBe(false);
  expect(await db.customer.count({ where: { workspaceId } })).toBe(0);
});

test("a visitor who can't come back goes with their last chat", async () => {
  const [one, other] = [await makeChat(), await makeChat()];
  await db.visitorToken.deleteMany({ where: { workspaceId: one.workspace.id } });
  for (const { ticket } of [one, other]) {
    await archiveTicket(ticket, by);
    await deleteTicket(ticket, by);
  }
  expect(await db.visitor.count({ where: { workspaceId: one.workspace.id } })).toBe(0);
  expect(await db.visitor.count({ where: { workspaceId: other.workspace.id } })).toBe(1);
});
