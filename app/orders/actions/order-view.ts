// The order as the agent's page shows it beside an action. Pure.
import type { Eligibility } from "./eligibility.ts";
import type { AddressNode, Money, OrderNode } from "./order.graphql.ts";

export interface ActionLine {
  /** numeric */
  id: string;
  title: string;
  variant: string | null;
  sku: string | null;
  quantity: number;
  /** how many can still be taken away, and given back */
  editable: number;
  refundable: number;
  price: Money;
}

export interface ActionOrder {
  id: string;
  name: string;
  /** updatedAt: what an action must find unchanged */
  version: string;
  total: Money;
  paid: Money | null;
  owed: Money;
  shipping: Money;
  email: string | null;
  onHold: boolean;
  lines: ActionLine[];
  /** more lines than an action can show */
  cut: boolean;
  address: AddressNode | null;
}

/** A colleague who could do it, or let it pass. */
export interface Colleague {
  id: string;
  name: string;
}

export interface OrderState {
  order: ActionOrder;
  can: Eligibility;
  /** who has the right this agent lacks */
  whoCan: string[];
  /** blocked until somebody confirms who the customer is */
  mismatch: boolean;
  approvers: Colleague[];
}

export const numberOf = (gid: string): string => gid.slice(gid.lastIndexOf("/") + 1);

export const showOrder = (order: OrderNode): ActionOrder => ({
  id: order.legacyResourceId,
  name: order.name,
  version: order.updatedAt,
  total: order.currentTotalPriceSet.presentmentMoney,
  paid: order.netPaymentSet?.presentmentMoney ?? null,
  owed: order.totalOutstandingSet.presentmentMoney,
  shipping: order.totalShippingPriceSet.presentmentMoney,
  email: order.email,
  onHold: order.displayFulfillmentStatus === "ON_HOLD",
  lines: order.lineItems.nodes.map((line) => ({
    id: numberOf(line.id),
    title: line.title,
    variant: line.variantTitle,
    sku: line.sku,
    quantity: line.currentQuantity,
    editable: line.unfulfilledQuantity,
    refundable: line.refundableQuantity,
    price: line.originalUnitPriceSet.presentmentMoney,
  })),
  cut: order.lineItems.pageInfo.hasNextPage,
  address: order.shippingAddress,
});
