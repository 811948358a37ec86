import { callsWith, makeBuyer, makeShop, sandbox } from "../../tests/setup/sandbox.ts";
import { beforeEach, expect, test } from "vitest";
import { order } from "../../sandbox/shopify/small-world.ts";
import {
  makeCustomer,
  makeMessage,
  makeShopOrder,
  makeStore,
  makeTicket,
  makeWorkspace,
} from "../../tests/factories.ts";
import { signInStore } from "../../tests/shopify-session.ts";
import { db } from "../db.server.ts";
import { linkOrder } from "./link-order.server.ts";

beforeEach(() => {
  sandbox.state.failures.length = 0;
});

interface Given {
  /** whose address the order was placed with; the writer's when left out */
  orderEmail?: string | null;
  orderName?: string;
  verifiedEmail?: boolean;
  stranger?: boolean;
}

/** Somebody writes about order 1001 of a shop we may ask. */
async function named({
  orderEmail,
  orderName = "#1001",
  verifiedEmail = true,
  stranger = false,
}: Given = {}) {
  const buyer = makeBuyer({ verifiedEmail });
  const email = orderEmail === undefined ? buyer.email : orderEmail;
  const orders = [
    order(1, { customerId: buyer.id, email }),
    order(2, { customerId: null, email: "x@y.example" }),
  ];
  const shop = makeShop({ customers: [buyer], orders });
  await signInStore(shop);
  const workspace = await makeWorkspace();
  const store = await makeStore(workspace, { shopDomain: shop.domain });
  const customer = await makeCustomer(workspace, { email: buyer.email });
  const ticket = await makeTicket(store, { customerId: customer.id, orderName });
  const message = await makeMessage(ticket, {
    fromAddress: buyer.email,
    ...(stranger ? { customerId: null } : {}),
  });
  const ref = { workspaceId: workspace.id, messageId: message.id };
  const outcome = async () => ({
    order: (await db.ticket.findFirstOrThrow({ where: { workspaceId: workspace.id } })).shopifyOrderId,
    links: await db.shopifyCustomer.findMany({
      where: { workspaceId: workspace.id },
      select: { shopifyId: true, proof: true },
    }),
  });
  return { buyer, shop, store, orders, ref, outcome };
}

test("an order placed with the sender's address is linked, and the customer at Shopify with it", async () => {
  const { buyer, orders, ref, outcome } = await named();
  await linkOrder(ref);
  await linkOrder(ref);
  expect(await outcome()).toEqual({
    order: `gid://shopify/Order/${orders[0]?.id}`,
    links: [{ shopifyId: buyer.id, proof: "email" }],
  });
});

test("where Shopify never saw the address confirmed, the order alone says who they are, which proves nothing", async () => {
  const { buyer, ref, outcome } = await named({ verifiedEmail: false });
  await linkOrder(ref);
  expect(await outcome()).toMatchObject({
    order: expect.stringContaining("gid://") as string,
    links: [{ shopifyId: buyer.id, proof: "order" }],
  });
});

test.each([
  ["an order of theirs", "1", { shopifyId: "1", proof: "order" }],
  ["a guest's order", null, null],
])("%s that we have ourselves is found without Shopify", async (_what, shopifyCustomerId, link) => {
  const { shop, buyer, store, ref, outcome } = await named();
  const kept = await makeShopOrder(store, { name: "#1001", email: buyer.email, shopifyCustomerId });
  await linkOrder(ref);
  expect(await outcome()).toEqual({
    order: `gid://shopify/Order/${kept.shopifyId}`,
    links: link ? [link] : [],
  });
  expect(callsWith(shop.domain, "OrdersByName")).toEqual([]);
});

test.each<[string, Given]>([
  ["somebody else's order", { orderEmail: "victim@example.com" }],
  ["an order without an address", { orderEmail: null }],
  ["an order there is not", { orderName: "#9" }],
  ["a name that is no order's but finds one", { orderName: '#100" OR name:1001' }],
  ["a stranger in the customer's ticket", { stranger: true }],
])("%s links nothing", async (_what, given) => {
  const { ref, outcome } = await named(given);
  await linkOrder(ref);
  expect(await outcome()).toEqual({ order: null, links: [] });
});

test("Shopify is not asked about a stranger's words", async () => {
  const { shop, ref } = await named({ stranger: true });
  await linkOrder(ref);
  expect(callsWith(shop.domain, "OrdersByName")).toEqual([]);
});

test("the job waits for Shopify", async () => {
  const { ref, outcome } = await named();
  sandbox.state.failures.push({ service: "shopify", match: "graphql", times: 9, status: 503 });
  await expect(linkOrder(ref)).rejects.toThrow();
  sandbox.state.failures.length = 0;
  await linkOrder(ref);
  expect((await outcome()).order).not.toBeNull();
});
