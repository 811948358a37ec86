// What an order costs and what has come back: computed from its lines, so that every figure agrees.

import type { Order, OrderLine } from "../../world/types.ts";
import { cents } from "./money.ts";

const VAT_INCLUDED = 0.2; // 25 % on top is 20 % of the price

const PAID_IN_FULL = ["PAID", "PARTIALLY_REFUNDED", "REFUNDED"];

export const lineTotal = (line: OrderLine): number => cents(line.price) * line.quantity;

export const subtotal = (order: Order): number => order.lines.reduce((sum, line) => sum + lineTotal(line), 0);

export const taxOf = (amount: number): number => Math.round(amount * VAT_INCLUDED);

/** The pieces of this line that went back: all after a refund, one of the first line after a part of one. */
export function refundedPieces(order: Order, line: OrderLine): number {
  if (order.financialStatus === "REFUNDED") return line.quantity;
  return order.financialStatus === "PARTIALLY_REFUNDED" && keepsSome(order) && line === order.lines[0]
    ? 1
    : 0;
}

/** The money that went back. Of an order with a single piece, a part of its price, and the piece was kept. */
export function refunded(order: Order): number {
  if (order.financialStatus === "REFUNDED") return cents(order.total);
  if (order.financialStatus !== "PARTIALLY_REFUNDED") return 0;
  const price = cents(order.lines[0]?.price ?? "0");
  return keepsSome(order) ? price : Math.round(price / 500) * 100;
}

const keepsSome = (order: Order) => order.lines.reduce((sum, line) => sum + line.quantity, 0) > 1;

/** What was asked for and not taken back: nothing for a cancelled order. */
export const currentTotal = (order: Order): number =>
  order.cancelledAt ? 0 : cents(order.total) - refunded(order);

export const paid = (order: Order): number =>
  PAID_IN_FULL.includes(order.financialStatus) ? cents(order.total) - refunded(order) : 0;

export const outstanding = (order: Order): number =>
  order.cancelledAt || paid(order) || refunded(order) ? 0 : cents(order.total);
