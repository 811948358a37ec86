// What an action would do, in Shopify's own numbers.
import type { AnyWish } from "./action.ts";
import { isMore } from "./action.ts";
import { calculateEdit } from "./edit.server.ts";
import type { Bag, Money, OrderNode } from "./order.graphql.ts";
import { paymentFor, suggestRefund } from "./refund.server.ts";

type Ask = <T>(operation: string, variables: Record<string, unknown>) => Promise<T>;

export interface Preview {
  /** by what they are: each has its words */
  sums: { what: "total" | "owed" | "back" | "most" | "ofShipping" | "ofTax"; money: Money }[];
  /** "Shopify Payments" */
  paidBackTo: string | null;
  /** the subject of the mail Shopify sends, where it tells */
  mail: string | null;
  /** Shopify's sentence, when it refuses already now */
  said: string | null;
  refused: boolean;
  /** what is at stake, in the store's currency: measured against the owner's limit */
  stake: Money | null;
}

const nothing: Preview = { sums: [], paidBackTo: null, mail: null, said: null, refused: false, stake: null };

export async function previewAction(ask: Ask, order: OrderNode, { kind, wish }: AnyWish): Promise<Preview> {
  if (kind === "edit") {
    const edit = await calculateEdit(ask, order, wish);
    if ("state" in edit) return { ...nothing, refused: true, said: edit.said };
    const sums = [
      { what: "total", money: shown(edit.totalPriceSet) },
      { what: "owed", money: shown(edit.totalOutstandingSet) },
    ] as const;
    const mail = wish.notify && order.canNotifyCustomer ? edit.notificationPreviewTitle : null;
    return { ...nothing, sums: [...sums], mail, stake: edit.totalOutstandingSet.shopMoney };
  }
  if (kind === "cancel") {
    const back = order.netPaymentSet;
    const sums = wish.refund && back ? [{ what: "back", money: shown(back) } as const] : [];
    return { ...nothing, sums, stake: order.currentTotalPriceSet.shopMoney };
  }
  if (kind === "refund") return previewRefund(ask, order, wish);
  const owed = { what: "owed", money: shown(order.totalOutstandingSet) } as const;
  return kind === "resend" ? { ...nothing, sums: [owed] } : nothing;
}

async function previewRefund(
  ask: Ask,
  order: OrderNode,
  wish: Extract<AnyWish, { kind: "refund" }>["wish"],
): Promise<Preview> {
  const suggestion = await suggestRefund(ask, order, wish);
  if (!suggestion) return { ...nothing, refused: true };
  const most = { what: "most", money: shown(suggestion.maximumRefundableSet) } as const;
  if (wish.how === "amount") {
    const payment = wish.amount ? paymentFor(suggestion, wish.amount) : undefined;
    if (!payment || !wish.amount || !isMore(wish.amount, "0"))
      return { ...nothing, sums: [most], refused: true };
    const money = { amount: wish.amount, currencyCode: order.presentmentCurrencyCode };
    return {
      ...nothing,
      sums: [{ what: "back", money }, most],
      paidBackTo: payment.formattedGateway,
      // In another currency than the store's the amount can't be measured against its limit: all that could be is.
      stake:
        order.presentmentCurrencyCode === order.currencyCode
          ? money
          : suggestion.maximumRefundableSet.shopMoney,
    };
  }
  const refused = !isMore(shown(suggestion.amountSet).amount, "0");
  return {
    ...nothing,
    refused,
    sums: [
      { what: "back", money: shown(suggestion.amountSet) },
      { what: "ofShipping", money: shown(suggestion.shipping.amountSet) },
      { what: "ofTax", money: shown(suggestion.totalTaxSet) },
      most,
    ],
    paidBackTo: suggestion.suggestedTransactions[0]?.formattedGateway ?? null,
    stake: suggestion.amountSet.shopMoney,
  };
}

const shown = (bag: Bag): Money => bag.presentmentMoney;
