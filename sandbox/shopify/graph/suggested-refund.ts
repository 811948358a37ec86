// Order.suggestedRefund: what Shopify would give back for these lines and this shipping. Prices include tax here.

import type { Order, OrderLine } from "../../world/types.ts";
import { cents, fromPresentment, moneyBag } from "./money.ts";
import { keptPieces, paid, refundedShipping, sentPieces, taxOf } from "./totals.ts";
import type { View } from "./view.ts";
import { gid, notHere, numericId } from "./view.ts";

export interface RefundWish {
  refundLineItems?: { lineItemId: string; quantity: number; restockType?: string | null }[] | null;
  refundShipping?: boolean | null;
  shippingAmount?: string | null;
  suggestFullRefund?: boolean | null;
  refundDuties?: unknown[] | null;
  refundMethodAllocation?: string | null;
}

/** Never more than the shop holds: what was not paid is not suggested. */
export function suggestedRefund(order: Order, wish: RefundWish): View {
  if (wish.refundDuties?.length) throw notHere("The sandbox knows no duties.");
  if ((wish.refundMethodAllocation ?? "ORIGINAL_PAYMENT_METHODS") !== "ORIGINAL_PAYMENT_METHODS")
    throw notHere("The sandbox gives money back the way it came.");
  const bag = (amount: number) => moneyBag(amount, order);
  const lines = linesOf(order, wish);
  const goods = lines.reduce((sum, { line, quantity }) => sum + cents(line.price) * quantity, 0);
  const shippingLeft = cents(order.shipping) - refundedShipping(order);
  const shipping = Math.min(shippingLeft, shippingWanted(order, wish, shippingLeft));
  const most = paid(order);
  const amount = Math.min(most, goods + shipping);
  return {
    __typename: "SuggestedRefund",
    amountSet: bag(amount),
    maximumRefundableSet: bag(most),
    subtotalSet: bag(goods),
    discountedSubtotalSet: bag(goods),
    totalTaxSet: bag(taxOf(goods)),
    totalCartDiscountAmountSet: bag(0),
    totalDutiesSet: bag(0),
    refundDuties: [],
    shipping: {
      __typename: "ShippingRefund",
      amountSet: bag(shipping),
      maximumRefundableSet: bag(shippingLeft),
      taxSet: bag(taxOf(shipping)),
    },
    refundLineItems: lines.map(({ line, quantity, restockType }) => ({
      __typename: "RefundLineItem",
      id: null,
      quantity,
      restockType,
      lineItem: { id: gid("LineItem", line.id), title: line.title },
      priceSet: bag(cents(line.price)),
      subtotalSet: bag(cents(line.price) * quantity),
      totalTaxSet: bag(taxOf(cents(line.price) * quantity)),
    })),
    suggestedTransactions: most > 0 ? [transaction(order, amount, most)] : [],
  };
}

/** The payment the money goes back to. */
export const paymentId = (order: Order): string => gid("OrderTransaction", `${order.id}3`);

const transaction = (order: Order, amount: number, most: number): View => ({
  __typename: "SuggestedOrderTransaction",
  amountSet: moneyBag(amount, order),
  maximumRefundableSet: moneyBag(most, order),
  gateway: "shopify_payments",
  formattedGateway: "Shopify Payments",
  accountNumber: "•••• •••• •••• 4242",
  kind: "SUGGESTED_REFUND",
  parentTransaction: { __typename: "OrderTransaction", id: paymentId(order) },
});

function linesOf(
  order: Order,
  wish: RefundWish,
): { line: OrderLine; quantity: number; restockType: string }[] {
  const asked = wish.suggestFullRefund
    ? order.lines.map((line) => ({ line, quantity: keptPieces(order, line), restockType: null }))
    : (wish.refundLineItems ?? []).flatMap(({ lineItemId, quantity, restockType }) => {
        const line = order.lines.find(({ id }) => id === numericId("LineItem", lineItemId));
        return line ? [{ line, quantity: Math.min(quantity, keptPieces(order, line)), restockType }] : [];
      });
  return asked
    .filter(({ quantity }) => quantity > 0)
    .map(({ line, quantity, restockType }) => ({
      line,
      quantity,
      restockType: restockType ?? (sentPieces(order, line) > 0 ? "RETURN" : "CANCEL"),
    }));
}

function shippingWanted(
  order: Order,
  { shippingAmount, refundShipping, suggestFullRefund }: RefundWish,
  left: number,
): number {
  if (typeof shippingAmount === "string")
    return Math.max(0, fromPresentment(cents(shippingAmount), order, left));
  return refundShipping || suggestFullRefund ? left : 0;
}
