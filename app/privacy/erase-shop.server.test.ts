// A shop is erased, and nothing else in the database changes.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "../db.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import {
  makeAgent,
  makeConversation,
  makeCustomer,
  makeMessage,
  makeShopifyCustomer,
  makeStaffAccount,
  makeStore,
  makeTicket,
  makeWorkspace,
  unique,
} from "../../tests/factories.ts";
import { dumpRows } from "../../tests/dump.ts";
import { makeOneOfEach } from "../../tests/factories/one-of-each.ts";
import { deliver, keptOf, post } from "../../tests/shopify-webhook.ts";
import { eraseShop, TABLES } from "./erase-shop.server.ts";

type Store = Awaited<ReturnType<typeof makeStore>>;

const shopRedact = (shop: string) => ({
  topic: "shop/redact",
  shop,
  body: { shop_id: 1, shop_domain: shop },
});

/** A ticket of a store with a trace in every place a ticket leaves one. */
async function makeTraces(store: Store, customerId: string, word: string) {
  const { workspaceId } = store;
  const ticket = await makeTicket(store, { customerId, subject: word });
  const receivedId = newId();
  await db.received.create({
    data: {
      id: receivedId,
      source: "postmark",
      providerId: unique(),
      workspaceId,
      storeId: store.id,
      body: new Uint8Array(Buffer.from(`{"From":"${word}@example.com"}`)),
      state: "done",
    },
  });
  const message = await makeMessage(ticket, { text: word, receivedId });
  const answer = await makeMessage(ticket, { kind: "outbound", text: word });
  const mail = {
    workspaceId,
    kind: "reply",
    fromAddress: "m@samla.example",
    fromName: word,
    subject: word,
    text: word,
    html: word,
  };
  const reached = { toAddress: `${word}@example.com`, ticketId: ticket.id, createdAt: now() };
  await db.outgoingMail.createMany({
    data: [answer.id, null].map((messageId) => ({
      ...mail,
      ...reached,
      id: newId(),
      requestKey: unique(),
      messageId,
      internetId: unique(),
    })),
  });
  await db.event.create({
    data: {
      workspaceId,
      id: newId(),
      ticketId: ticket.id,
      type: "closed",
      actorKind: "system",
      createdAt: now(),
    },
  });
  await db.replyToken.create({
    data: { token: unique(), workspaceId, storeId: ticket.storeId, ticketId: ticket.id },
  });
  await db.mailReference.create({
    data: { workspaceId, messageId: `${word}-${unique()}`, ticketId: ticket.id },
  });
  await db.file.create({
    data: {
      workspaceId,
      id: newId(),
      messageId: message.id,
      key: unique(),
      name: word,
      contentType: "a/b",
      size: 1,
    },
  });
  await db.setting.upsert({
    where: { workspaceId_scope_name: { workspaceId, scope: store.id, name: "hours" } },
    create: { workspaceId, scope: store.id, name: "hours", value: word },
    update: {},
  });
  await db.$transaction(async (tx) => {
    await enqueue(tx, "deliver-message", { workspaceId, messageId: answer.id });
    await enqueue(tx, "read-store", { workspaceId, storeId: store.id });
  });
  await db.session.upsert({
    where: { id: `offline_${store.shopDomain}` },
    create: { id: `offline_${store.shopDomain}`, shop: store.shopDomain, state: "", accessToken: "x" },
    update: {},
  });
  return ticket;
}

/** The numbers count on, and the queue keeps the webhook's own job: only ids without meaning. */
const comparable = async () =>
  (await dumpRows())
    .filter((row) => !row.includes('"handle-shopify-webhook"'))
    .map((row) => row.replace(/"lastTicketNumber":\d+/, ""));

test("the store goes, the workspace's other store and all other workspaces stay as they are to the byte", async () => {
  const other = await makeOneOfEach();
  await makeTraces(other.store, other.customer.id, "elsewhere");
  const workspace = await makeWorkspace();
  const stays = await makeStore(workspace);
  const [shared, kept] = [await makeCustomer(workspace), await makeAgent(workspace)];
  await makeStaffAccount(stays, kept);
  await makeShopifyCustomer(stays, shared);
  await makeTraces(stays, shared.id, "staying");
  const before = await comparable();

  const goes = await makeStore(workspace);
  const canary = `canary${unique()}`;
  const customer = await makeCustomer(workspace, { name: canary, email: `${canary}@example.com` });
  const leaver = await makeAgent(workspace, { name: canary });
  await makeStaffAccount(goes, leaver);
  await makeStaffAccount(goes, kept);
  await makeShopifyCustomer(goes, customer);
  await makeShopifyCustomer(goes, shared);
  const tickets = [];
  for (const who of [customer.id, customer.id, shared.id]) tickets.push(await makeTraces(goes, who, canary));
  const [first, second] = tickets;
  await db.ticket.update({
    where: { workspaceId_id: { workspaceId: workspace.id, id: first?.id ?? "" } },
    data: { mergedIntoId: second?.id ?? "", assigneeId: leaver.id },
  });
  // A parked body of this shop under another shop's name, a request to export, and a line in the system log.
  await post({ ...shopRedact(stays.shopDomain), body: shopRedact(goes.shopDomain).body });
  const asked = {
    shop_id: 1,
    shop_domain: goes.shopDomain,
    customer: { id: 5, email: `${canary}@example.com` },
  };
  await deliver({
    topic: "customers/data_request",
    shop: goes.shopDomain,
    body: { ...asked, data_request: { id: 1 } },
  });
  await deliver({
    topic: "app/uninstalled",
    shop: goes.shopDomain,
    body: { myshopify_domain: goes.shopDomain },
  });

  const hook = { ...shopRedact(goes.shopDomain), webhookId: randomUUID() };
  await deliver(hook);

  expect(
    await dumpRows([
      goes.id,
      goes.shopDomain,
      canary,
      customer.id,
      leaver.id,
      ...tickets.map(({ id }) => id),
    ]),
  ).toEqual([]);
  const after = await comparable();
  const [had, has] = [new Set(before), new Set(after)];
  // The job that empties the storage knows random keys only.
  const added = after.filter((row) => !had.has(row) && !row.includes('"name":"remove-files"'));
  expect(before.filter((row) => !has.has(row))).toEqual([]);
  expect(added).toEqual([expect.stringContaining('"data":{"kind": "shop_redact"}')]);

  await deliver(hook);
  expect(await comparable()).toEqual(after);
});

test("with its only store a whole workspace goes, with every table that has one", async () => {
  const { workspace, store, customer } = await makeOneOfEach();
  await makeTraces(store, customer.id, "gone");
  await deliver(shopRedact(store.shopDomain));
  expect(await dumpRows([workspace.id, store.id, store.shopDomain, customer.id])).toEqual([]);
  expect(await keptOf(store.shopDomain)).toEqual([]);
});

test("an erasure goes on in the next turn where the last one stopped", async () => {
  const { workspace, store } = await makeConversation();
  const place = { workspaceId: workspace.id, storeId: store.id };
  expect(await eraseShop(store.shopDomain, place, 0)).toBe(false);
  expect(await db.store.count({ where: { workspaceId: workspace.id } })).toBe(1);
  for (let turn = 0; turn < 30 && !(await eraseShop(store.shopDomain, place, 0)); turn++);
  expect(await dumpRows([workspace.id, store.shopDomain])).toEqual([]);
});

test("no table with a workspace is forgotten", async () => {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'workspaceId'`;
  const others = ["Store", "ShopDomain", "Received"];
  expect(rows.map(({ name }) => name).sort()).toEqual([...TABLES, ...others].sort());
});
