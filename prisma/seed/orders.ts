// The stores' orders as the mirror would have them after fetching: asked of the sandbox's Shopify, read by the app's own eyes.
import type pg from "pg";
import { EVERY_ORDER } from "../../app/orders/mirror/order.graphql.ts";
import { readOrder, type MirroredOrder } from "../../app/orders/mirror/shop-order.ts";
import { isStillHere } from "../../app/orders/open-order.ts";
import { wishIn } from "../../app/orders/wish.ts";
import { createMailStore } from "../../sandbox/mail/store.ts";
import { callerOf } from "../../sandbox/shopify/caller.ts";
import { linesOf } from "../../sandbox/shopify/graph/bulk.ts";
import { createState } from "../../sandbox/state.ts";
import type { World } from "../../sandbox/world/types.ts";
import type { DatedConversation } from "./dated.ts";
import { insertRows } from "./insert-rows.ts";
import type { Place, Places } from "./places.ts";

/** A person's orders with a store, newest first. By store and address. */
export type OrdersOf = (place: Place, email: string) => MirroredOrder[];

export async function seedOrders(
  connection: pg.Client,
  world: World,
  { byShop }: Places,
  now: Date,
): Promise<OrdersOf> {
  const held = new Map<string, MirroredOrder[]>();
  for (const [domain, { workspaceId, storeId }] of byShop) {
    const orders = await ordersAtShopify(world, domain, now);
    const store = { workspaceId, storeId };
    await insertRows(
      connection,
      "ShopOrder",
      orders.map((order) => ({ ...store, ...order, readAt: now })),
    );
    const done = {
      state: "done",
      wholeHistory: true,
      done: orders.length,
      total: orders.length,
      position: 0,
    };
    const moments = { startedAt: now, finishedAt: now, seenUntil: now, checkedAt: now, updatedAt: now };
    await insertRows(connection, "OrderSync", [{ ...store, ...done, ...moments }]);
    for (const order of orders.toSorted((a, b) => b.processedAt.getTime() - a.processedAt.getTime())) {
      const key = `${storeId} ${order.email}`;
      held.set(key, [...(held.get(key) ?? []), order]);
    }
  }
  return ({ storeId }, email) => held.get(`${storeId} ${email}`) ?? [];
}

/** What the app would be told that was granted what the demo's is. */
async function ordersAtShopify(world: World, domain: string, now: Date): Promise<MirroredOrder[]> {
  const config = { appUrl: "", apiKey: "", apiSecret: "", postmarkToken: "", inboundAddress: "" };
  const hook = { inboundHook: { user: "", password: "" } };
  const state = createState({ config: { ...config, ...hook }, url: "", world, mail: createMailStore() });
  state.clockOffsetMs = now.getTime() - Date.now();
  // As sandbox/main.ts grants them.
  for (const shop of state.world.shops) shop.scopes = `${process.env.SCOPES ?? shop.scopes},read_all_orders`;
  const caller = callerOf(state, domain, state.tokens.issueOffline(domain, null).value);
  if (!caller) throw new Error(`${domain} does not know the app`);
  const lines = await linesOf(caller, EVERY_ORDER);
  return lines.map((line) => readOrder(JSON.parse(line))).filter((order) => order !== null);
}

const NOTHING = { riskWish: null, riskOrderId: null, riskOrderName: null, riskSince: null };

/** What a ticket says of an order: the one that was confirmed, and the one that is at risk. */
export function aboutOrders(theirs: MirroredOrder[], conversation: DatedConversation) {
  const named = theirs.find(({ name }) => name === conversation.order);
  const shopifyOrderId = named ? `gid://shopify/Order/${named.shopifyId}` : null;
  const order = conversation.order ? named : theirs.find(isStillHere);
  if (!order || !isStillHere(order)) return { shopifyOrderId, ...NOTHING };
  const said = conversation.messages.filter(({ from }) => from === "customer").map(({ text }) => text);
  const wish = wishIn(conversation.subject, ...said.slice(-3));
  if (!wish) return { shopifyOrderId, ...NOTHING };
  const { shopifyId, name, processedAt } = order;
  return {
    shopifyOrderId,
    riskWish: wish,
    riskOrderId: shopifyId,
    riskOrderName: name,
    riskSince: processedAt,
  };
}
