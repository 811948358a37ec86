// An order has changed: it gets a new version, and whoever listens hears of it.

import type { SandboxState } from "../../state.ts";
import type { Order } from "../../world/types.ts";
import { orderChanged } from "../order-webhooks.ts";
import { updatedAt } from "./order.ts";
import type { Caller } from "./view.ts";

export function changed(
  { state, shop }: Pick<Caller, "state" | "shop">,
  order: Order,
  topics: string[],
): void {
  renew(state, order);
  orderChanged(state, shop, order, [...topics, "orders/updated"]);
}

/** Two changes within a second still have different versions, as at Shopify. */
export function renew(state: SandboxState, order: Order): void {
  const next = Math.max(state.now().getTime(), Date.parse(updatedAt(order)) + 1000);
  order.updatedAt = new Date(next).toISOString();
}

export const problem = (field: string, message: string) => ({ field: [field], message });
