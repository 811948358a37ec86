// refundCreate. Its key is looked after in idempotent.ts.

import type { Order } from "../../world/types.ts";
import { hasScope } from "../access.ts";
import { mayNotify, tellCustomer } from "../notify.ts";
import { may } from "../permissions.ts";
import { changed, problem } from "./change.ts";
import { cents, decimal, fromPresentment, presentmentCurrency } from "./money.ts";
import { findOrder, orderView } from "./order.ts";
import { refundView } from "./refund-view.ts";
import { paymentId } from "./suggested-refund.ts";
import { keptPieces, paid, refundedShipping, refundsOf } from "./totals.ts";
import type { Caller, View } from "./view.ts";
import { denied, notHere, numericId } from "./view.ts";

interface Input {
  orderId: string;
  note?: string | null;
  notify?: boolean | null;
  currency?: string | null;
  allowOverRefunding?: boolean | null;
  refundLineItems?:
    | {
        lineItemId: string;
        quantity: number;
        restockType?: string | null;
        locationId?: string | null;
      }[]
    | null;
  shipping?: { amount?: string | null; fullRefund?: boolean | null } | null;
  transactions?:
    { orderId: string; amount: string; gateway: string; kind: string; parentId?: string | null }[] | null;
  refundDuties?: unknown[] | null;
  refundMethods?: unknown[] | null;
}

export function createRefund(caller: Caller, { input }: { input: Input }): View {
  // The schema's note says "`orders` access scope"; that is write_orders.
  if (!hasScope(caller.scopes, "write_orders")) throw denied("refundCreate", "`orders` access scope.");
  if (!may(caller.staff, "refund_orders"))
    throw denied("refundCreate", "The user must have the `refund_orders` permission.");
  if (input.refundDuties?.length || input.refundMethods?.length || input.allowOverRefunding)
    throw notHere("The sandbox refunds lines, shipping and money, the way it came.");
  const order = findOrder(caller, input.orderId);
  if (!order) return refused("orderId", "Order does not exist");
  const why = whyNot(order, input);
  return why ?? refund(caller, order, input);
}

function whyNot(order: Order, input: Input): View | null {
  if (input.currency && input.currency !== presentmentCurrency(order))
    return refused("currency", "Currency must be the presentment currency of the order");
  for (const wish of input.refundLineItems ?? []) {
    const line = order.lines.find(({ id }) => id === numericId("LineItem", wish.lineItemId));
    if (!line) return refused("refundLineItems", "Line item does not exist on the order");
    if (wish.quantity < 1 || wish.quantity > keptPieces(order, line))
      return refused("refundLineItems", "Quantity cannot refund more items than were purchased");
    if ((wish.restockType ?? "NO_RESTOCK") !== "NO_RESTOCK" && !wish.locationId)
      return refused("refundLineItems", "Location must be given to restock items");
  }
  if (shippingOf(order, input) > cents(order.shipping) - refundedShipping(order))
    return refused("shipping", "Shipping refund amount is more than what is left to refund");
  for (const { kind, parentId } of input.transactions ?? [])
    if (kind !== "REFUND" || parentId !== paymentId(order))
      return refused("transactions", "Transactions must be refunds of a payment of this order");
  const amount = amountOf(order, input);
  if (amount > paid(order))
    return refused("transactions", "Refund amount exceeds the refundable amount of the order");
  if (amount <= 0 && !input.refundLineItems?.length)
    return refused("input", "Refund must have something to refund");
  return null;
}

function refund(caller: Caller, order: Order, input: Input): View {
  const amount = amountOf(order, input);
  const before = refundsOf(order);
  const made = {
    id: `${order.id}2${before.length}`,
    createdAt: caller.state.now().toISOString(),
    note: input.note ?? null,
    amount: decimal(amount),
    shipping: decimal(shippingOf(order, input)),
    lines: (input.refundLineItems ?? []).map(({ lineItemId, quantity, restockType }) => ({
      lineId: numericId("LineItem", lineItemId) ?? "",
      quantity,
      restockType: restockType ?? "NO_RESTOCK",
    })),
  };
  order.refunds = [...before, made];
  if (amount > 0) order.financialStatus = paid(order) > 0 ? "PARTIALLY_REFUNDED" : "REFUNDED";
  changed(caller, order, ["refunds/create"]);
  if (input.notify && mayNotify(order)) tellCustomer(caller, order, "refunded", made.amount);
  return { refund: refundView(order, made), order: orderView(caller, order), userErrors: [] };
}

/** In the shop's money; they come in the shopper's. */
const amountOf = (order: Order, { transactions }: Input): number =>
  fromPresentment(
    (transactions ?? []).reduce((sum, { amount }) => sum + cents(amount), 0),
    order,
    paid(order),
  );

function shippingOf(order: Order, { shipping }: Input): number {
  const left = cents(order.shipping) - refundedShipping(order);
  return shipping?.fullRefund ? left : fromPresentment(cents(shipping?.amount ?? "0"), order, left);
}

const refused = (field: string, message: string): View => ({
  refund: null,
  order: null,
  userErrors: [problem(field, message)],
});
