// A customer's data is collected once, theirs only, for the merchant.
import { expect, test } from "vitest";
import { db } from "../db.server.ts";
import { DAY, now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import {
  makeConversation,
  makeCustomer,
  makeMessage,
  makeShopifyCustomer,
  makeShopOrder,
  makeStore,
  makeTicket,
  makeWorkspace,
  unique,
} from "../../tests/factories.ts";
import { deliver, keptOf } from "../../tests/shopify-webhook.ts";
import { exportOf, listPrivacyRequests, noteHandedOver } from "./requests.server.ts";

const ask = (shop: string, customer: object, requestId: number) =>
  deliver({
    topic: "customers/data_request",
    shop,
    body: { shop_id: 1, shop_domain: shop, customer, orders_requested: [1], data_request: { id: requestId } },
  });

test("asked twice there is one export, with all channels of that customer and nobody else", async () => {
  const { workspace, store, agent, customer, ticket } = await makeConversation();
  await makeShopifyCustomer(store, customer, "191167");
  const mail = await makeTicket(store, { customerId: customer.id, channel: "email", subject: "Retur" });
  const message = await makeMessage(mail, { text: "Var är min retur?", fromAddress: customer.email });
  await db.file.create({
    data: {
      workspaceId: workspace.id,
      id: newId(),
      messageId: message.id,
      key: unique(),
      name: "kvitto.pdf",
      contentType: "application/pdf",
      size: 9,
    },
  });
  await makeMessage(mail, { kind: "outbound", text: "På väg tillbaka.", authorId: agent.id });
  await makeMessage(
    { ...mail, customerId: null },
    { text: "CANARY from a stranger", fromAddress: "stranger@example.com" },
  );
  const canary = await makeCustomer(workspace, { name: "CANARY" });
  const theirs = await makeTicket(store, { customerId: canary.id, subject: "CANARY" });
  await makeMessage(theirs, { text: "CANARY" });
  await makeMessage({ ...theirs, customerId: null }, { text: "Jag svarar här", fromAddress: customer.email });
  await makeShopOrder(store, { name: "#1 theirs", shopifyCustomerId: "191167" });
  await makeShopOrder(store, { name: "#2 CANARY", email: "stranger@example.com" });
  const second = await makeStore(workspace);
  await makeShopOrder(second, { name: "#3 CANARY", email: customer.email });
  await makeMessage(await makeTicket(second, { customerId: customer.id, subject: "CANARY" }), {
    text: "CANARY",
  });

  const named = { id: 191167, email: customer.email, phone: null };
  await ask(store.shopDomain, named, 1);
  await ask(store.shopDomain, named, 1);
  await ask(store.shopDomain, named, 2);

  const [request, ...more] = await listPrivacyRequests(workspace);
  expect(more).toEqual([]);
  expect(request).toMatchObject({ kind: "data_request", storeId: store.id, doneAt: null, ready: true });
  const days = (Date.parse(request?.dueAt ?? "") - now().getTime()) / DAY;
  expect(days).toBeGreaterThan(29);
  expect(days).toBeLessThanOrEqual(30);

  const collected = await exportOf(workspace, request?.id);
  expect(collected.customers).toMatchObject([
    {
      name: "Nils Ek",
      email: customer.email,
      contacts: [{ kind: "email", value: customer.email }],
      shopify: [{ shopifyId: "191167" }],
    },
  ]);
  expect(collected.tickets.map(({ number, channel }) => [number, channel])).toEqual([
    [ticket.number, "form"],
    [mail.number, "email"],
  ]);
  expect(collected.tickets[1]?.messages.map(({ kind, text }) => [kind, text])).toEqual([
    ["inbound", "Var är min retur?"],
    ["outbound", "På väg tillbaka."],
  ]);
  expect(collected.tickets[1]).toMatchObject({ withheld: 1 });
  expect(collected.orders).toMatchObject([{ name: "#1 theirs", total: "1298.0", currency: "SEK" }]);
  expect(collected.tickets[1]?.messages[0]?.files).toEqual([
    { name: "kvitto.pdf", contentType: "application/pdf", size: 9 },
  ]);
  expect(collected.writtenElsewhere.map(({ text }) => text)).toEqual(["Jag svarar här"]);
  expect(JSON.stringify(collected)).not.toContain("CANARY");
  expect((await keptOf(store.shopDomain)).map(({ state, body }) => [state, body.length])).toEqual([
    ["done", 0],
    ["done", 0],
    ["done", 0],
  ]);

  await noteHandedOver(workspace, request?.id, { by: agent });
  await noteHandedOver(workspace, request?.id, { by: agent });
  expect((await listPrivacyRequests(workspace))[0]?.doneAt).not.toBeNull();
  const events = await db.event.findMany({
    where: { workspaceId: workspace.id, ticketId: null },
    orderBy: { id: "asc" },
  });
  expect(events.map(({ type, actorKind }) => [type, actorKind])).toEqual([
    ["privacy-requested", "shop"],
    ["privacy-done", "agent"],
  ]);
});

test("somebody we don't know gets an empty export", async () => {
  const { workspace, store } = await makeConversation();
  await ask(store.shopDomain, { id: 404404, email: null, phone: null }, 3);
  const [request] = await listPrivacyRequests(workspace);
  expect(await exportOf(workspace, request?.id)).toMatchObject({
    customers: [],
    tickets: [],
    writtenElsewhere: [],
  });
});

test("an export is its own workspace's", async () => {
  const { workspace, store, agent } = await makeConversation();
  await ask(store.shopDomain, { id: 404404 }, 4);
  const [request] = await listPrivacyRequests(workspace);
  const stranger = await makeWorkspace();
  expect(await listPrivacyRequests(stranger)).toEqual([]);
  for (const id of [request?.id, newId(), "' OR 1=1--", undefined]) {
    await expect(exportOf(stranger, id)).rejects.toMatchObject({ code: "not-found" });
    await expect(noteHandedOver(stranger, id, { by: agent })).rejects.toMatchObject({ code: "not-found" });
  }
});
