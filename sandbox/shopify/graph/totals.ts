// What an order costs and what has come back: computed from its lines, so that every figure agrees.

import type { Order, OrderLine, OrderRefund } from "../../world/types.ts";
import { cents, decimal } from "./money.ts";

const VAT_INCLUDED = 0.2; // 25 % on top is 20 % of the price

const PAID_IN_FULL = ["PAID", "PARTIALLY_REFUNDED", "REFUNDED"];

export const lineTotal = (line: OrderLine): number => cents(line.price) * line.quantity;

export const subtotal = (order: Order): number => order.lines.reduce((sum, line) => sum + lineTotal(line), 0);

export const taxOf = (amount: number): number => Math.round(amount * VAT_INCLUDED);

/** Every time money went back; where nobody wrote it down, what the financial status means. */
export function refundsOf(order: Order): OrderRefund[] {
  if (order.refunds) return order.refunds;
  if (!["REFUNDED", "PARTIALLY_REFUNDED"].includes(order.financialStatus)) return [];
  const all = order.financialStatus === "REFUNDED";
  const restockType = order.cancelledAt ? "CANCEL" : "RETURN";
  const lines = order.lines.flatMap((line, place) => {
    const quantity = all ? line.quantity : keepsSome(order) && place === 0 ? 1 : 0;
    return quantity ? [{ lineId: line.id, quantity, restockType }] : [];
  });
  const refund = {
    id: `${order.id}2`,
    // A day later, about: nobody sends anything back on the day it was bought.
    createdAt: order.cancelledAt ?? new Date(Date.parse(order.createdAt) + 20 * 3_600_000).toISOString(),
    note: null,
    amount: decimal(all ? cents(order.total) : partBack(order)),
    shipping: all ? order.shipping : "0.00",
    lines,
  };
  return [refund];
}

/** The pieces of this line that went back. */
export const refundedPieces = (order: Order, line: OrderLine): number =>
  refundsOf(order)
    .flatMap(({ lines }) => lines)
    .reduce((sum, { lineId, quantity }) => sum + (lineId === line.id ? quantity : 0), 0);

/** The money that went back. */
export const refunded = (order: Order): number =>
  refundsOf(order).reduce((sum, { amount }) => sum + cents(amount), 0);

export const refundedShipping = (order: Order): number =>
  refundsOf(order).reduce((sum, { shipping }) => sum + cents(shipping), 0);

/** Pieces still the customer's: neither edited away nor given back. */
export const keptPieces = (order: Order, line: OrderLine): number =>
  line.quantity - (line.removed ?? 0) - refundedPieces(order, line);

/** Pieces that have left the house. */
export function sentPieces(order: Order, line: OrderLine): number {
  const sent =
    order.fulfillmentStatus === "FULFILLED" ||
    (order.fulfillmentStatus === "PARTIALLY_FULFILLED" && line === order.lines[0]);
  return sent ? line.quantity : 0;
}

/** What was asked for and not taken back: nothing for a cancelled order. Giving back what was paid too much lowers no price. */
export const currentTotal = (order: Order): number =>
  order.cancelledAt ? 0 : charged(order) - Math.max(0, refunded(order) - overpaid(order));

/** What the shop holds of the customer's money. */
export const paid = (order: Order): number => Math.max(0, received(order) - refunded(order));

/** What the customer owes; less than nothing: what they are owed. */
export const outstanding = (order: Order): number =>
  order.cancelledAt ? 0 : currentTotal(order) - paid(order);

/** What came in, before anything went back. */
export function received(order: Order): number {
  if (order.received !== undefined) return cents(order.received);
  return PAID_IN_FULL.includes(order.financialStatus) ? cents(order.total) : 0;
}

const charged = (order: Order): number =>
  cents(order.total) - order.lines.reduce((sum, line) => sum + cents(line.price) * (line.removed ?? 0), 0);

const overpaid = (order: Order): number => Math.max(0, received(order) - charged(order));

/** Of an order with a single piece, a part of its price, and the piece was kept. */
function partBack(order: Order): number {
  const price = cents(order.lines[0]?.price ?? "0");
  return keepsSome(order) ? price : Math.round(price / 500) * 100;
}

const keepsSome = (order: Order) => order.lines.reduce((sum, line) => sum + line.quantity, 0) > 1;
