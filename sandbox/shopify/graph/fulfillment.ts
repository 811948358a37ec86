// Parcels: one per order that has left the house.

import type { Order, OrderLine } from "../../world/types.ts";
import { connection } from "./connection.ts";
import type { PageArgs } from "./connection.ts";
import type { View } from "./view.ts";
import { gid } from "./view.ts";

const HOUR = 3_600_000;

/** No parcel, or the one that was sent: a day after the order, delivered three days later. */
export function fulfillmentViews(order: Order, now: Date): View[] {
  if (order.fulfillmentStatus !== "FULFILLED" && order.fulfillmentStatus !== "PARTIALLY_FULFILLED") return [];

  const lines = order.fulfillmentStatus === "FULFILLED" ? order.lines : order.lines.slice(0, 1);
  const at = (hours: number) => new Date(new Date(order.createdAt).getTime() + hours * HOUR).toISOString();
  const passed = (moment: string) => (moment <= now.toISOString() ? moment : null);
  const sentAt = order.sentAt ?? at(24);
  const after = (hours: number) => passed(new Date(Date.parse(sentAt) + hours * HOUR).toISOString());
  const deliveredAt = order.deliveredAt ?? (order.tracking ? after(72) : null);
  const inTransitAt = order.tracking ? (after(6) ?? deliveredAt) : null;
  return [
    {
      __typename: "Fulfillment",
      id: gid("Fulfillment", `${order.id}1`),
      name: `${order.name}-F1`,
      status: "SUCCESS",
      displayStatus: deliveredAt ? "DELIVERED" : inTransitAt ? "IN_TRANSIT" : "FULFILLED",
      createdAt: sentAt,
      inTransitAt,
      deliveredAt,
      estimatedDeliveryAt: null,
      totalQuantity: lines.reduce((sum, line) => sum + line.quantity, 0),
      trackingInfo: ({ first }: { first?: number | null }) =>
        (order.tracking ? [{ ...order.tracking }] : []).slice(0, first ?? undefined),
      fulfillmentLineItems: (args: PageArgs) => connection(lines, args, fulfilledLine),
    },
  ];
}

const fulfilledLine = (line: OrderLine): View => ({
  __typename: "FulfillmentLineItem",
  id: gid("FulfillmentLineItem", line.id),
  quantity: line.quantity,
  lineItem: { __typename: "LineItem", id: gid("LineItem", line.id), title: line.title },
});
