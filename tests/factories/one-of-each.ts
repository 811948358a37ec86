// One row of every tenant table, tied together as the product would: for tests that go through all of them.
import { db } from "../../app/db.server.ts";
import { now } from "../../app/lib/clock.ts";
import { newId } from "../../app/lib/id.ts";
import { indexTickets } from "../../app/tickets/search/index.server.ts";
import {
  makeConversation,
  makeDepartment,
  makeForecast,
  makeProfile,
  makeShopifyCustomer,
  makeShopOrder,
  makeStaffAccount,
  unique,
} from "../factories.ts";

export type Everything = Awaited<ReturnType<typeof makeOneOfEach>>;

/** Fills a new workspace. Each tenant table has at least one row of it afterwards. */
export async function makeOneOfEach() {
  const conversation = await makeConversation();
  const { workspace, store, agent, customer, ticket, message } = conversation;
  const workspaceId = workspace.id;
  const at = now();
  const department = await makeDepartment(workspace);
  await makeStaffAccount(store, agent);
  await makeShopifyCustomer(store, customer);
  await db.ticket.update({
    where: { workspaceId_id: { workspaceId, id: ticket.id } },
    data: { assigneeId: agent.id, departmentId: department.id },
  });
  await db.ticketRead.create({ data: { workspaceId, ticketId: ticket.id, agentId: agent.id, readAt: at } });
  await db.mailReference.create({
    data: { workspaceId, messageId: `${unique()}@mail.example`, ticketId: ticket.id },
  });
  await db.outgoingMail.create({
    data: {
      workspaceId,
      id: newId(),
      kind: "acknowledgement",
      requestKey: `acknowledge:${message.id}`,
      ticketId: ticket.id,
      messageId: message.id,
      fromAddress: "mail@samla.example",
      fromName: "Björk",
      toAddress: customer.email ?? "",
      subject: "Tack för ditt meddelande",
      text: "Vi svarar så snart vi kan.",
      html: "<p>Vi svarar så snart vi kan.</p>",
      internetId: `${unique()}@samla.example`,
      createdAt: at,
    },
  });
  await db.event.create({
    data: {
      workspaceId,
      id: newId(),
      ticketId: ticket.id,
      type: "ticket-opened",
      actorKind: "system",
      createdAt: at,
    },
  });
  await db.file.create({
    data: {
      workspaceId,
      id: newId(),
      messageId: message.id,
      key: unique(),
      name: "kvitto.pdf",
      contentType: "application/pdf",
      size: 1,
    },
  });
  await db.setting.create({ data: { workspaceId, name: "acknowledge", value: true } });
  await db.contactForm.create({
    data: {
      ...{ workspaceId, id: newId(), storeId: store.id, handle: "contact", name: "Kontakt" },
      ...{ definition: {}, createdAt: at, updatedAt: at },
    },
  });
  const address = `hjalp-${unique()}@bjork.example`;
  await db.supportAddress.create({
    data: {
      workspaceId,
      id: newId(),
      storeId: store.id,
      departmentId: department.id,
      address,
      token: unique(),
    },
  });
  await db.blockedSender.create({ data: { workspaceId, value: "@spam.example" } });
  await db.ticketParticipant.create({ data: { workspaceId, ticketId: ticket.id, address } });
  const requestId = newId();
  await db.newRequest.create({
    data: {
      workspaceId,
      id: requestId,
      storeId: store.id,
      createdById: agent.id,
      requestKey: newId(),
      subject: "Din beställning",
      text: "Hej!",
      total: 1,
      createdAt: at,
    },
  });
  await makeShopOrder(store, { email: customer.email });
  await db.customerMerge.create({
    data: {
      workspaceId,
      id: newId(),
      fromId: customer.id,
      intoId: customer.id,
      moved: {},
      createdAt: at,
    },
  });
  await makeProfile(store, customer);
  await db.orderSync.create({ data: { workspaceId, storeId: store.id, updatedAt: at } });
  await makeForecast(store, { who: `e:${customer.email ?? ""}` });
  await db.orderIntent.create({
    data: {
      ...{
        workspaceId,
        id: newId(),
        ticketId: ticket.id,
        storeId: store.id,
        orderId: "5001",
        orderName: "#1001",
      },
      ...{
        kind: "cancel",
        wish: {},
        seen: at,
        state: "done",
        askedById: agent.id,
        createdAt: at,
        updatedAt: at,
      },
    },
  });
  await db.newRequestRecipient.create({ data: { workspaceId, requestId, position: 0, address } });
  await db.privacyRequest.create({
    data: {
      workspaceId,
      id: newId(),
      receivedId: newId(),
      storeId: store.id,
      kind: "data_request",
      dueAt: at,
      createdAt: at,
    },
  });
  await makeInboxRows(conversation);
  const visitorId = newId();
  await db.visitor.create({ data: { workspaceId, id: visitorId, storeId: store.id, lastSeenAt: at } });
  await db.visitorToken.create({
    data: { tokenHash: unique(), workspaceId, storeId: store.id, visitorId, expiresAt: at },
  });
  await db.chat.create({
    data: {
      workspaceId,
      ticketId: ticket.id,
      storeId: store.id,
      visitorId,
      startedAt: at,
      lastVisitorAt: at,
    },
  });
  return { ...conversation, department };
}

/** What agents put on and around a ticket. */
async function makeInboxRows({
  workspace,
  agent,
  ticket,
}: Awaited<ReturnType<typeof makeConversation>>): Promise<void> {
  const workspaceId = workspace.id;
  const at = now();
  const [agentId, ticketId] = [agent.id, ticket.id];
  const [labelId, bulkId] = [newId(), newId()];
  await db.label.create({ data: { workspaceId, id: labelId, name: "Retur" } });
  await db.ticketLabel.create({ data: { workspaceId, ticketId, labelId } });
  await db.savedView.create({ data: { workspaceId, id: newId(), agentId, name: "Mina", query: "" } });
  await db.bulkAction.create({
    data: {
      workspaceId,
      id: bulkId,
      agentId,
      requestKey: newId(),
      action: "close",
      total: 1,
      createdAt: at,
    },
  });
  await db.bulkItem.create({ data: { workspaceId, bulkId, position: 0, ticketId } });
  await db.ticketMerge.create({
    data: {
      workspaceId,
      id: newId(),
      kind: "merge",
      fromId: ticketId,
      intoId: ticketId,
      moved: {},
      createdAt: at,
    },
  });
  await db.draft.create({
    data: {
      workspaceId,
      agentId,
      ticketId,
      mode: "note",
      html: "<p>Hej</p>",
      requestKey: newId(),
      updatedAt: at,
    },
  });
  await db.macro.create({ data: { workspaceId, id: newId(), agentId, name: "Tack", html: "<p>Tack!</p>" } });
  await db.presence.create({ data: { workspaceId, ticketId, agentId, tab: unique(), seenAt: at } });
  await db.notification.create({
    data: { workspaceId, id: newId(), agentId, kind: "mention", ticketId, eventId: newId(), createdAt: at },
  });
  await db.$transaction((tx) => indexTickets(tx, workspaceId, [ticketId]));
  await db.searchProgress.create({ data: { workspaceId } });
  await db.ticketCount.createMany({
    data: [{ workspaceId, name: "by hand", slot: 0, value: 1 }],
  });
}
