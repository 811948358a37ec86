// An order changed: the webhooks Shopify sends about it, to the addresses the app has given.

import type { SandboxState } from "../state.ts";
import type { Order, Shop } from "../world/types.ts";
import { outstanding, refundsOf } from "./graph/totals.ts";
import { hasAddress, sendWebhook } from "./webhooks.ts";

/** Fires these topics, in the background; topics the app did not subscribe to are left out. */
export function orderChanged(state: SandboxState, shop: Shop, order: Order, topics: string[]): void {
  for (const topic of topics.filter(hasAddress)) {
    const payload = topic === "refunds/create" ? refundPayload(order) : orderPayload(order);
    void sendWebhook(state, { shop: shop.domain, topic, payload });
  }
}

const orderPayload = (order: Order) => ({
  id: Number(order.id),
  admin_graphql_api_id: `gid://shopify/Order/${order.id}`,
  name: order.name,
  email: order.email,
  created_at: order.createdAt,
  processed_at: order.createdAt,
  updated_at: order.updatedAt ?? order.createdAt,
  cancelled_at: order.cancelledAt,
  financial_status: order.financialStatus.toLowerCase(),
  fulfillment_status: order.fulfillmentStatus === "FULFILLED" ? "fulfilled" : null,
  currency: order.currency,
  total_price: order.total,
  total_outstanding: (outstanding(order) / 100).toFixed(2),
  customer: order.customerId ? { id: Number(order.customerId) } : null,
});

function refundPayload(order: Order) {
  const refund = refundsOf(order).at(-1);
  return {
    id: Number(refund?.id),
    order_id: Number(order.id),
    created_at: refund?.createdAt,
    note: refund?.note,
  };
}
