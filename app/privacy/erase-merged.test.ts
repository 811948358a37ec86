// One person under two addresses, made one customer: they are erased, and handed out, as one.
import { expect, test } from "vitest";
import { dumpRows } from "../../tests/dump.ts";
import {
  makeAgent,
  makeCustomer,
  makeMessage,
  makeShopifyCustomer,
  makeStore,
  makeTicket,
  makeWorkspace,
  unique,
} from "../../tests/factories.ts";
import { deliver } from "../../tests/shopify-webhook.ts";
import { mergeCustomers } from "../customers/merging/merge.server.ts";
import { db } from "../db.server.ts";

async function mergedPerson() {
  const workspace = await makeWorkspace();
  const store = await makeStore(workspace);
  const agent = await makeAgent(workspace);
  const [stays, goes] = [
    await makeCustomer(workspace),
    await makeCustomer(workspace, { name: "CANARY Ek", email: `canary-${unique()}@example.com` }),
  ];
  await makeShopifyCustomer(store, goes, "9191");
  for (const { id, email } of [stays, goes]) {
    const ticket = await makeTicket(store, { customerId: id, subject: "CANARY" });
    await makeMessage(ticket, { text: "CANARY", fromAddress: email });
  }
  const by = { kind: "agent", id: agent.id } as const;
  await mergeCustomers(workspace, { from: goes.id, into: stays.id, keepOthersName: true }, { by });
  const shop = { shop_id: 1, shop_domain: store.shopDomain };
  const customer = { id: 9191, email: goes.email };
  const hear = (topic: string, body: object) =>
    deliver({ topic, shop: store.shopDomain, body: { ...shop, customer, ...body } });
  return { workspace, stays, goes, hear };
}

test("erased whole, with who they were before and how that could be undone", async () => {
  const { workspace, hear } = await mergedPerson();
  await hear("customers/redact", { orders_to_redact: [] });
  const left = await dumpRows([workspace.id]);
  expect(left.filter((row) => /canary/i.test(row))).toEqual([]);
  expect(await db.customer.count({ where: { workspaceId: workspace.id } })).toBe(0);
  expect(await db.customerMerge.count({ where: { workspaceId: workspace.id } })).toBe(0);
});

test("handed out with both addresses and all tickets", async () => {
  const { workspace, stays, goes, hear } = await mergedPerson();
  await hear("customers/data_request", { orders_requested: [], data_request: { id: 1 } });
  const duty = await db.privacyRequest.findFirst({ where: { workspaceId: workspace.id } });
  expect(duty?.result).toMatchObject({ customers: [{ id: stays.id, name: "CANARY Ek" }] });
  const text = JSON.stringify(duty?.result);
  for (const email of [stays.email, goes.email]) expect(text).toContain(email);
  expect((duty?.result as { tickets: unknown[] }).tickets).toHaveLength(2);
});
