// An order in a customer's words. Pure.
import type { ToldNode } from "./order-to-tell.graphql.ts";

export const ORDER_STATES = [
  "preparing",
  "partlySent",
  "sent",
  "onItsWay",
  "delivered",
  "cancelled",
  "refunded",
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export interface OrderToTell {
  name: string;
  state: OrderState;
  total: { amount: string; currencyCode: string };
  /** the customer's own page about it */
  link: string;
  /** of the latest parcel that has one */
  tracking: { number: string | null; carrier: string | null; link: string | null } | null;
}

export function tellOrder(node: ToldNode): OrderToTell {
  const parcels = node.fulfillments.filter(({ displayStatus }) => displayStatus !== "CANCELED");
  const info = parcels.findLast(({ trackingInfo }) => trackingInfo[0])?.trackingInfo[0];
  return {
    name: node.name,
    state: stateOf(node, parcels),
    total: node.currentTotalPriceSet.presentmentMoney,
    link: node.statusPageUrl,
    tracking: info ? { number: info.number, carrier: info.company, link: info.url } : null,
  };
}

function stateOf(node: ToldNode, parcels: ToldNode["fulfillments"]): OrderState {
  if (node.cancelledAt) return "cancelled";
  if (node.displayFinancialStatus === "REFUNDED") return "refunded";
  if (node.displayFulfillmentStatus === "PARTIALLY_FULFILLED") return "partlySent";
  if (node.displayFulfillmentStatus !== "FULFILLED") return "preparing";
  const steps = parcels.map(({ displayStatus }) => displayStatus ?? "");
  if (steps.length && steps.every((step) => step === "DELIVERED")) return "delivered";
  return steps.some((step) => ON_ITS_WAY.includes(step)) ? "onItsWay" : "sent";
}

const ON_ITS_WAY = ["IN_TRANSIT", "OUT_FOR_DELIVERY", "ATTEMPTED_DELIVERY", "READY_FOR_PICKUP", "DELIVERED"];
