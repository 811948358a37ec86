// Parcels that have left the house.

import type { Order, OrderLine, Parcel, Tracking } from "../../world/types.ts";
import { connection } from "./connection.ts";
import type { PageArgs } from "./connection.ts";
import type { View } from "./view.ts";
import { gid } from "./view.ts";

const HOUR = 3_600_000;

/** None, or those that were sent: the one parcel leaves a day after the order, and is delivered three days later. */
export function fulfillmentViews(order: Order, now: Date): View[] {
  if (order.fulfillmentStatus !== "FULFILLED" && order.fulfillmentStatus !== "PARTIALLY_FULFILLED") return [];
  return parcelsOf(order, now).map((parcel, place) => parcelView(order, parcel, place, now));
}

/** What its parcels can be followed by. */
export const trackingOf = (order: Order): Tracking[] =>
  order.parcels
    ? order.parcels.flatMap(({ tracking }) => tracking ?? [])
    : order.tracking
      ? [order.tracking]
      : [];

function parcelsOf(order: Order, now: Date): Parcel[] {
  const arrived = order.deliveredAt ?? null;
  if (order.parcels)
    return order.parcels.map((parcel) => ({ ...parcel, deliveredAt: parcel.deliveredAt ?? arrived }));
  const lines = order.fulfillmentStatus === "FULFILLED" ? order.lines : order.lines.slice(0, 1);
  const sentAt = order.sentAt ?? hoursAfter(order.createdAt, 24);
  const arrives = hoursAfter(sentAt, 72);
  return [
    {
      tracking: order.tracking,
      lineIds: lines.map(({ id }) => id),
      sentAt,
      deliveredAt: arrived ?? (order.tracking ? passed(arrives, now) : null),
      expectedAt: order.tracking ? arrives : null,
    },
  ];
}

function parcelView(order: Order, parcel: Parcel, place: number, now: Date): View {
  const { tracking, sentAt, expectedAt } = parcel;
  const lines = order.lines.filter(({ id }) => parcel.lineIds.includes(id));
  const deliveredAt = parcel.deliveredAt && passed(parcel.deliveredAt, now);
  const inTransitAt = tracking ? (passed(hoursAfter(sentAt, 6), now) ?? deliveredAt) : null;
  return {
    __typename: "Fulfillment",
    id: gid("Fulfillment", `${order.id}${place + 1}`),
    name: `${order.name}-F${place + 1}`,
    status: "SUCCESS",
    displayStatus: deliveredAt ? "DELIVERED" : inTransitAt ? "IN_TRANSIT" : "FULFILLED",
    createdAt: sentAt,
    inTransitAt,
    deliveredAt,
    estimatedDeliveryAt: expectedAt,
    totalQuantity: lines.reduce((sum, line) => sum + line.quantity, 0),
    trackingInfo: ({ first }: { first?: number | null }) =>
      (tracking ? [{ ...tracking }] : []).slice(0, first ?? undefined),
    fulfillmentLineItems: (args: PageArgs) => connection(lines, args, fulfilledLine),
  };
}

const hoursAfter = (moment: string, hours: number): string =>
  new Date(Date.parse(moment) + hours * HOUR).toISOString();

const passed = (moment: string, now: Date): string | null => (moment <= now.toISOString() ? moment : null);

const fulfilledLine = (line: OrderLine): View => ({
  __typename: "FulfillmentLineItem",
  id: gid("FulfillmentLineItem", line.id),
  quantity: line.quantity,
  lineItem: { __typename: "LineItem", id: gid("LineItem", line.id), title: line.title },
});
