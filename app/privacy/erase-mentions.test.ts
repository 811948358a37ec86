// A customer is erased also where mail names them beside their own conversations.
import { expect, test } from "vitest";
import { dumpRows } from "../../tests/dump.ts";
import {
  makeAgent,
  makeCustomer,
  makeMessage,
  makeStore,
  makeTicket,
  makeWorkspace,
  unique,
} from "../../tests/factories.ts";
import { deliver } from "../../tests/shopify-webhook.ts";
import { db } from "../db.server.ts";
import { now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";

test("in copies of others' mail, lists of people written to and among the blocked they are named no more", async () => {
  const store = await makeStore(await makeWorkspace());
  const { workspaceId } = store;
  const word = `ebba${unique()}`;
  const email = `${word}@example.com`;
  const nils = await makeCustomer({ id: workspaceId });
  const ticket = await makeTicket(store, { customerId: nils.id });
  const both = [
    { name: word, address: email },
    { name: "Nils", address: nils.email ?? "" },
  ];
  const copied = await makeMessage(ticket, { recipients: { to: both, cc: both, bcc: [] } });
  await db.outgoingMail.create({
    data: {
      ...{ workspaceId, id: newId(), kind: "reply", requestKey: unique(), ticketId: ticket.id },
      ...{ fromAddress: "mail@samla.example", fromName: "Björk", toAddress: nils.email ?? "", cc: both },
      ...{ subject: "Hej", text: "Hej", html: "<p>Hej</p>", internetId: unique(), createdAt: now() },
    },
  });
  await db.ticketParticipant.create({ data: { workspaceId, ticketId: ticket.id, address: email } });
  await db.blockedSender.create({ data: { workspaceId, value: email } });
  const agent = await makeAgent({ id: workspaceId });
  const query = `priority=high&q=${encodeURIComponent(`from:${email}`)}`;
  await db.savedView.create({ data: { workspaceId, id: newId(), agentId: agent.id, name: "Hennes", query } });
  const requestId = newId();
  await db.newRequest.create({
    data: {
      ...{ workspaceId, id: requestId, storeId: store.id, createdById: agent.id, requestKey: newId() },
      ...{ subject: "Hej", text: "Hej", total: 1, createdAt: now() },
    },
  });
  await db.newRequestRecipient.create({
    data: { workspaceId, requestId, position: 0, address: email, name: word },
  });
  expect((await dumpRows([word])).length).toBeGreaterThan(4);

  const customer = { id: 5, email };
  const body = { shop_id: 1, shop_domain: store.shopDomain, customer, orders_to_redact: [] };
  await deliver({ topic: "customers/redact", shop: store.shopDomain, body });

  expect(await dumpRows([word])).toEqual([]);
  const left = await db.message.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: copied.id } },
  });
  expect(await db.savedView.findMany({ where: { workspaceId } })).toMatchObject([{ query: "priority=high" }]);
  expect(left.recipients).toEqual({ to: [both[1]], cc: [both[1]], bcc: [] });
});
