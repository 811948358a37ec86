// An order has changed: it gets a new version, and whoever listens hears of it.

import type { Order } from "../../world/types.ts";
import { orderChanged } from "../order-webhooks.ts";
import { updatedAt } from "./order.ts";
import type { Caller } from "./view.ts";

/** Two changes within a second still have different versions, as at Shopify. */
export function changed({ state, shop }: Caller, order: Order, topics: string[]): void {
  const next = Math.max(state.now().getTime(), Date.parse(updatedAt(order)) + 1000);
  order.updatedAt = new Date(next).toISOString();
  orderChanged(state, shop, order, [...topics, "orders/updated"]);
}

export const problem = (field: string, message: string) => ({ field: [field], message });
