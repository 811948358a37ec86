// Refunds: what Shopify suggests, and making it so once, by a key of its own.
import type { Wish } from "./action.ts";
import { isMore } from "./action.ts";
import { REFUND, SUGGEST_REFUND } from "./mutations.graphql.ts";
import type { Bag, OrderNode } from "./order.graphql.ts";
import { numberOf } from "./order-view.ts";
import { refusal, type Outcome } from "./outcome.ts";

type Ask = <T>(operation: string, variables: Record<string, unknown>) => Promise<T>;

interface Payment {
  amountSet: Bag;
  maximumRefundableSet: Bag | null;
  gateway: string | null;
  formattedGateway: string | null;
  parentTransaction: { id: string } | null;
}

export interface Suggestion {
  amountSet: Bag;
  maximumRefundableSet: Bag;
  totalTaxSet: Bag;
  shipping: { amountSet: Bag; maximumRefundableSet: Bag };
  refundLineItems: { quantity: number; lineItem: { id: string } }[];
  suggestedTransactions: Payment[];
}

/** What Shopify would give back for this wish; null when the order is gone. */
export async function suggestRefund(
  ask: Ask,
  order: OrderNode,
  wish: Wish<"refund">,
): Promise<Suggestion | null> {
  const { order: asked } = await ask<{ order: { suggestedRefund: Suggestion | null } | null }>(
    SUGGEST_REFUND,
    {
      id: order.id,
      // An amount by itself needs the payments it can go back to: those of a full refund.
      full: wish.how !== "lines",
      lines: wish.how === "lines" ? wish.lines.map(asInput) : null,
      shipping: wish.how === "lines" ? wish.shipping : null,
    },
  );
  return asked?.suggestedRefund ?? null;
}

/** Money back without lines goes to one payment that can take all of it: how to split it is not ours to reckon. */
export const paymentFor = (suggestion: Suggestion, amount: string): Payment | undefined =>
  suggestion.suggestedTransactions.find(
    ({ maximumRefundableSet }) =>
      maximumRefundableSet !== null && !isMore(amount, maximumRefundableSet.presentmentMoney.amount),
  );

export async function refundOrder(
  ask: Ask,
  order: OrderNode,
  wish: Wish<"refund">,
  { key, note }: { key: string; note: string },
): Promise<Outcome> {
  const suggestion = await suggestRefund(ask, order, wish);
  const transactions = suggestion ? transactionsOf(order, suggestion, wish) : [];
  if (!suggestion || !transactions.length) return { state: "failed", reason: "refused", said: null };
  const money = wish.how === "amount";
  const { refundCreate } = await ask<{ refundCreate: { userErrors: { message: string }[] } }>(REFUND, {
    key,
    input: {
      orderId: order.id,
      note,
      notify: wish.notify && order.canNotifyCustomer,
      currency: order.presentmentCurrencyCode,
      refundLineItems: money ? [] : suggestion.refundLineItems.map(lineOf),
      shipping: money ? null : { amount: suggestion.shipping.amountSet.presentmentMoney.amount },
      transactions,
    },
  });
  return refusal(refundCreate.userErrors) ?? { state: "done" };
}

function transactionsOf(order: OrderNode, suggestion: Suggestion, wish: Wish<"refund">) {
  const of = ({ gateway, parentTransaction }: Payment, amount: string) => ({
    orderId: order.id,
    kind: "REFUND",
    gateway: gateway ?? "",
    parentId: parentTransaction?.id ?? null,
    amount,
  });
  if (wish.how === "amount") {
    const payment = wish.amount ? paymentFor(suggestion, wish.amount) : undefined;
    return payment && wish.amount ? [of(payment, wish.amount)] : [];
  }
  return suggestion.suggestedTransactions
    .filter(({ amountSet }) => Number(amountSet.presentmentMoney.amount) > 0)
    .map((payment) => of(payment, payment.amountSet.presentmentMoney.amount));
}

// Putting goods back in stock takes a location, which the app may not read: a refund leaves the stock alone.
const asInput = ({ lineId, quantity }: { lineId: string; quantity: number }) => ({
  lineItemId: `gid://shopify/LineItem/${lineId}`,
  quantity,
  restockType: "NO_RESTOCK",
});

const lineOf = ({ lineItem, quantity }: Suggestion["refundLineItems"][number]) =>
  asInput({ lineId: numberOf(lineItem.id), quantity });

/** What a refund's note ends with: which intent made it. */
export const refundMark = (intentId: string): string => `[${intentId.slice(-12)}]`;
