// Orders: found by id or search, listed per customer, and what one of them looks like in a list.

import type { Order } from "../../world/types.ts";
import { connection } from "./connection.ts";
import type { PageArgs } from "./connection.ts";
import { customerView, fullName } from "./customer.ts";
import { fulfillmentViews, trackingOf } from "./fulfillment.ts";
import { lineView } from "./line-item.ts";
import { moneyBag, presentmentCurrency } from "./money.ts";
import { orderDetail } from "./order-detail.ts";
import { searched } from "./search.ts";
import { oldestVisibleOrder } from "./shop.ts";
import { currentTotal, keptPieces } from "./totals.ts";
import type { Caller, View } from "./view.ts";
import { gid, notHere, numericId } from "./view.ts";

export type OrderListArgs = PageArgs & { query?: string | null; sortKey?: string | null };

export function orderById(caller: Caller, id: string): View | null {
  const order = findOrder(caller, id);
  return order ? orderView(caller, order) : null;
}

export function findOrder(caller: Caller, id: string): Order | undefined {
  const number = numericId("Order", id);
  return visibleOrders(caller, caller.shop.orders).find((order) => order.id === number);
}

/** One page of orders: searched, sorted, and without those the app may not see. */
export function orderConnection(
  caller: Caller,
  orders: readonly Order[],
  args: OrderListArgs,
  defaultSort = "PROCESSED_AT",
): View {
  const nameOf = (order: Order) => {
    const customer = customerOf(caller, order);
    return customer ? fullName(customer) : "";
  };
  const found = searched(visibleOrders(caller, orders), args.query, {
    fields: {
      sku: (order) => order.lines.map(({ sku }) => sku),
      return_status: (order) => [order.returnStatus ?? "NO_RETURN"],
      status: (order) => [order.cancelledAt ? "cancelled" : "open"],
      id: (order) => [order.id],
      name: (order) => [order.name, order.name.replace(/^#/, "")],
      email: (order) => [order.email],
      customer_id: (order) => [order.customerId],
      tag: (order) => tagsOf(caller, order),
      financial_status: (order) => [order.financialStatus],
      fulfillment_status: (order) => [SEARCHED_AS[order.fulfillmentStatus] ?? order.fulfillmentStatus],
    },
    moments: {
      created_at: (order) => order.createdAt,
      processed_at: (order) => order.createdAt,
      updated_at: updatedAt,
    },
    words: (order) =>
      [
        ...[order.name, order.name.replace(/^#/, ""), order.email, nameOf(order)],
        ...order.lines.map(({ title, sku }) => `${title} ${sku}`),
        ...trackingOf(order).map(({ number }) => number),
      ].join(" "),
  });
  const key = sortKeys[args.sortKey ?? defaultSort];
  if (!key) throw notHere(`The sandbox cannot sort orders by ${args.sortKey}.`);
  const sorted = found.toSorted((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
  return connection(sorted, args, (order) => orderView(caller, order));
}

/** Everything the sandbox knows to say about one order. */
export function orderView(caller: Caller, order: Order): View {
  const customer = customerOf(caller, order);
  const bag = (amount: number) => moneyBag(amount, order);
  return {
    __typename: "Order",
    id: gid("Order", order.id),
    legacyResourceId: order.id,
    name: order.name,
    createdAt: order.createdAt,
    processedAt: order.createdAt,
    updatedAt: updatedAt(order),
    cancelledAt: order.cancelledAt,
    cancelReason: order.cancelledAt ? (order.cancelReason ?? "CUSTOMER") : null,
    closed: order.cancelledAt !== null,
    test: false,
    note: order.note,
    tags: tagsOf(caller, order),
    email: order.email,
    displayFinancialStatus: order.financialStatus,
    displayFulfillmentStatus: order.fulfillmentStatus,
    returnStatus: order.returnStatus ?? "NO_RETURN",
    currencyCode: order.currency,
    presentmentCurrencyCode: presentmentCurrency(order),
    currentTotalPriceSet: bag(currentTotal(order)),
    currentSubtotalLineItemsQuantity: order.cancelledAt
      ? 0
      : order.lines.reduce((sum, line) => sum + keptPieces(order, line), 0),
    fulfillmentsCount: () => ({ count: fulfillmentViews(order, caller.state.now()).length }),
    fulfillments: ({ first }: { first?: number | null }) =>
      fulfillmentViews(order, caller.state.now()).slice(0, first ?? undefined),
    lineItems: (args: PageArgs) => connection(order.lines, args, (line) => lineView(caller, order, line)),
    customer: () => (customer ? customerView(caller, customer) : null),
    ...orderDetail(caller, order, customer),
  };
}

/** Those of the orders that the app's scopes let it see. */
export function visibleOrders(caller: Caller, orders: readonly Order[]): Order[] {
  const oldest = oldestVisibleOrder(caller);
  return orders.filter((order) => new Date(order.createdAt) >= oldest);
}

/** Its own word in searches. */
const SEARCHED_AS: Record<string, string> = { PARTIALLY_FULFILLED: "partial" };

/** The order's version: an older one never overwrites a newer one. */
export const updatedAt = (order: Order): string => order.updatedAt ?? order.cancelledAt ?? order.createdAt;

export const tagsOf = ({ installation }: Caller, order: Order): string[] =>
  installation.orderTags.get(order.id) ?? order.tags ?? [];

const customerOf = ({ shop }: Caller, order: Order) =>
  shop.customers.find((customer) => customer.id === order.customerId);

const sortKeys: Record<string, (order: Order) => string> = {
  ID: (order) => order.id.padStart(20, "0"),
  RELEVANCE: (order) => order.id.padStart(20, "0"),
  ORDER_NUMBER: (order) => order.name.replace(/\D/g, "").padStart(20, "0"),
  CREATED_AT: (order) => order.createdAt,
  PROCESSED_AT: (order) => order.createdAt,
  UPDATED_AT: updatedAt,
};
