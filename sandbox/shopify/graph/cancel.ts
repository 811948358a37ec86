// orderCancel: refused at once when it can't be, done a moment later when it can.

import type { Order } from "../../world/types.ts";
import { mayNotify, tellCustomer } from "../notify.ts";
import { may } from "../permissions.ts";
import { changed } from "./change.ts";
import { startJob } from "./jobs.ts";
import { cents, decimal } from "./money.ts";
import { findOrder } from "./order.ts";
import { whyNotCancellable } from "./order-rules.ts";
import { keptPieces, paid, refundedShipping, refundsOf } from "./totals.ts";
import type { Caller, View } from "./view.ts";
import { denied, notHere } from "./view.ts";

interface Wish {
  orderId: string;
  reason: string;
  restock: boolean;
  refundMethod?: { originalPaymentMethodsRefund?: boolean | null; storeCreditRefund?: unknown } | null;
  notifyCustomer?: boolean | null;
  staffNote?: string | null;
}

const LONGEST_NOTE = 255;

export function cancelOrder(caller: Caller, wish: Wish): View {
  if (!may(caller.staff, "cancel_orders"))
    throw denied("orderCancel", "The user must have the `cancel_orders` permission.");
  if (wish.refundMethod?.storeCreditRefund) throw notHere("The sandbox gives no store credit.");
  const order = findOrder(caller, wish.orderId);
  if (!order) return refused("orderId", "Order does not exist", "NOT_FOUND");
  const why = whyNotCancellable(order);
  if (why) return refused("orderId", why, "INVALID");
  if ((wish.staffNote?.length ?? 0) > LONGEST_NOTE)
    return refused("staffNote", `is too long (maximum is ${LONGEST_NOTE} characters)`, "INVALID");
  const refunding = wish.refundMethod?.originalPaymentMethodsRefund === true;
  if (refunding && !may(caller.staff, "refund_orders"))
    return refused("refundMethod", "You do not have permission to refund orders", "NO_REFUND_PERMISSION");
  const job = startJob(caller, () => {
    // Whatever happened in the meantime: an order is cancelled once.
    if (whyNotCancellable(order) === null) cancel(caller, order, wish, refunding);
  });
  return { job, orderCancelUserErrors: [], userErrors: [] };
}

function cancel(caller: Caller, order: Order, wish: Wish, refunding: boolean): void {
  const { state } = caller;
  const now = state.now().toISOString();
  const back = paid(order);
  if (refunding && back > 0) {
    const lines = order.lines
      .map((line) => ({
        lineId: line.id,
        quantity: keptPieces(order, line),
        restockType: wish.restock ? "CANCEL" : "NO_RESTOCK",
      }))
      .filter(({ quantity }) => quantity > 0);
    const shipping = decimal(cents(order.shipping) - refundedShipping(order));
    const refunds = refundsOf(order);
    const id = `${order.id}2${refunds.length}`;
    order.refunds = [...refunds, { id, createdAt: now, note: null, amount: decimal(back), shipping, lines }];
    order.financialStatus = "REFUNDED";
  } else if (order.financialStatus === "AUTHORIZED" || order.financialStatus === "PENDING") {
    order.financialStatus = "VOIDED";
  }
  order.cancelledAt = now;
  order.cancelReason = wish.reason;
  order.staffNote = wish.staffNote ?? null;
  changed(caller, order, ["orders/cancelled", ...(refunding && back > 0 ? ["refunds/create"] : [])]);
  if (wish.notifyCustomer && mayNotify(order)) tellCustomer(caller, order, "cancelled", decimal(back));
}

function refused(field: string, message: string, code: string): View {
  const error = { field: [field], message };
  return { job: null, orderCancelUserErrors: [{ ...error, code }], userErrors: [error] };
}
