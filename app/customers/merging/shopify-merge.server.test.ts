// Staff merged two customers at Shopify.
import { expect, test } from "vitest";
import {
  makeCustomer,
  makeShopifyCustomer,
  makeShopOrder,
  makeStore,
  makeTicket,
  makeWorkspace,
} from "../../../tests/factories.ts";
import { deliver } from "../../../tests/shopify-webhook.ts";
import { db } from "../../db.server.ts";

async function merging() {
  const workspace = await makeWorkspace();
  const store = await makeStore(workspace);
  const workspaceId = workspace.id;
  const hear = (kept: string, deleted: string, status = "completed") =>
    deliver({
      topic: "customers/merge",
      shop: store.shopDomain,
      body: {
        admin_graphql_api_customer_kept_id: `gid://shopify/Customer/${kept}`,
        admin_graphql_api_customer_deleted_id: `gid://shopify/Customer/${deleted}`,
        status,
      },
    });
  const links = () =>
    db.shopifyCustomer.findMany({
      where: { workspaceId },
      select: { shopifyId: true, customerId: true },
      orderBy: { shopifyId: "asc" },
    });
  return { workspace, workspaceId, store, hear, links };
}

test("the one that is kept takes over the link and the orders, again and again", async () => {
  const { workspace, workspaceId, store, hear, links } = await merging();
  const customer = await makeCustomer(workspace);
  await makeShopifyCustomer(store, customer, "72");
  await makeShopOrder(store, { shopifyCustomerId: "72" });
  await hear("71", "72", "failed");
  expect(await links()).toEqual([{ shopifyId: "72", customerId: customer.id }]);
  await hear("71", "72");
  await hear("71", "72");
  expect(await links()).toEqual([{ shopifyId: "71", customerId: customer.id }]);
  const order = await db.shopOrder.findFirst({ where: { workspaceId } });
  expect(order?.shopifyCustomerId).toBe("71");
});

test("two of ours who were those two become one, by the shop's word", async () => {
  const { workspace, workspaceId, store, hear, links } = await merging();
  const [stays, goes] = [await makeCustomer(workspace), await makeCustomer(workspace)];
  await makeShopifyCustomer(store, stays, "81");
  await makeShopifyCustomer(store, goes, "82");
  const ticket = await makeTicket(store, { customerId: goes.id });
  await hear("81", "82");
  expect(await links()).toEqual([{ shopifyId: "81", customerId: stays.id }]);
  const where = { workspaceId_id: { workspaceId, id: ticket.id } };
  expect((await db.ticket.findUniqueOrThrow({ where })).customerId).toBe(stays.id);
  expect(await db.event.findMany({ where: { workspaceId, type: "customers-merged" } })).toMatchObject([
    { actorKind: "shop", actorId: store.id },
  ]);
});
