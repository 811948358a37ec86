// An order changed: the webhooks Shopify sends about it, to the addresses the app has given. Of each body only what the
// app asked for is sent (include_fields in shopify.app.toml).

import type { SandboxState } from "../state.ts";
import type { Order, Shop } from "../world/types.ts";
import { refundsOf } from "./graph/totals.ts";
import { hasAddress, sendWebhook } from "./webhooks.ts";

/** Fires these topics, in the background; topics the app did not subscribe to are left out. */
export function orderChanged(state: SandboxState, shop: Shop, order: Order, topics: string[]): void {
  for (const topic of topics.filter(hasAddress))
    void sendWebhook(state, { shop: shop.domain, topic, payload: orderPayload(topic, order) });
}

/** The body of a webhook about an order. */
export function orderPayload(topic: string, order: Order): unknown {
  const id = Number(order.id);
  const admin_graphql_api_id = `gid://shopify/Order/${order.id}`;
  if (topic === "orders/delete") return { id };
  if (topic === "orders/edited") return { order_edit: { order_id: id } };
  if (topic === "refunds/create")
    return { id: Number(refundsOf(order).at(-1)?.id ?? `${order.id}2`), order_id: id };
  if (topic.startsWith("fulfillments/")) return { id: Number(`${order.id}1`), order_id: id };
  if (topic.startsWith("returns/"))
    return { id: Number(`${order.id}5`), order: { id, admin_graphql_api_id } };
  return { id, admin_graphql_api_id, updated_at: order.updatedAt ?? order.cancelledAt ?? order.createdAt };
}
