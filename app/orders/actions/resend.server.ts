// The invoice of what is left to pay, once more. Shopify lets no app send its confirmation again.
import type { Wish } from "./action.ts";
import { SEND_INVOICE } from "./mutations.graphql.ts";
import type { OrderNode } from "./order.graphql.ts";
import { refusal, type Outcome } from "./outcome.ts";

type Ask = <T>(operation: string, variables: Record<string, unknown>) => Promise<T>;

export async function sendInvoice(ask: Ask, order: OrderNode, wish: Wish<"resend">): Promise<Outcome> {
  const email = wish.message ? { customMessage: wish.message } : null;
  const { orderInvoiceSend } = await ask<{ orderInvoiceSend: { userErrors: { message: string }[] } }>(
    SEND_INVOICE,
    { id: order.id, email },
  );
  return refusal(orderInvoiceSend.userErrors) ?? { state: "done" };
}
