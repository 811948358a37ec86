// What Shopify lets happen to an order, and its sentence when it doesn't.

import type { Order } from "../../world/types.ts";

const UNDER_WAY = ["RETURN_REQUESTED", "IN_PROGRESS"];

/** Why an order can't be edited; empty when it can. */
export function whyNotEditable(order: Order): string[] {
  if (order.cancelledAt) return ["The order can't be edited because it is canceled."];
  if (order.fulfillmentStatus === "FULFILLED")
    return ["The order can't be edited because all of its items have been fulfilled."];
  if (["REFUNDED", "VOIDED"].includes(order.financialStatus))
    return ["The order can't be edited because of its payment status."];
  return [];
}

/** Why an order can't be cancelled, or null. */
export function whyNotCancellable(order: Order): string | null {
  if (order.cancelledAt) return "Order has already been canceled";
  if (order.pendingAuthorization) return "Cannot cancel an order with pending payment authorizations";
  if (UNDER_WAY.includes(order.returnStatus ?? "NO_RETURN"))
    return "Cannot cancel an order with an active return";
  if (["FULFILLED", "PARTIALLY_FULFILLED", "IN_PROGRESS"].includes(order.fulfillmentStatus))
    return "Cannot cancel an order that has outstanding fulfillments";
  return null;
}
