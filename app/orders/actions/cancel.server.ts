// Cancelling: Shopify does it in a job of its own, and it can't be undone.
import type { Wish } from "./action.ts";
import { CANCEL } from "./mutations.graphql.ts";
import type { OrderNode } from "./order.graphql.ts";
import { refusal, type Outcome } from "./outcome.ts";

type Ask = <T>(operation: string, variables: Record<string, unknown>) => Promise<T>;

interface Answer {
  orderCancel: {
    job: { id: string; done: boolean } | null;
    orderCancelUserErrors: { message: string; code: string | null }[];
  };
}

export async function cancelOrder(ask: Ask, order: OrderNode, wish: Wish<"cancel">): Promise<Outcome> {
  const { orderCancel } = await ask<Answer>(CANCEL, {
    id: order.id,
    reason: wish.reason,
    restock: wish.restock,
    refundMethod: wish.refund ? { originalPaymentMethodsRefund: true } : null,
    notify: wish.notify && order.canNotifyCustomer,
    note: wish.note || null,
  });
  const [error] = orderCancel.orderCancelUserErrors;
  if (error?.code === "NO_REFUND_PERMISSION")
    return { state: "failed", reason: "denied", said: error.message };
  const refused = refusal(orderCancel.orderCancelUserErrors);
  if (refused) return refused;
  return orderCancel.job ? { state: "running", jobId: orderCancel.job.id } : { state: "done" };
}
