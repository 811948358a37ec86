// What an order says on its own page, beyond what a list needs.

import type { Order, ShopCustomer } from "../../world/types.ts";
import { addressView, recipientView } from "./address.ts";
import { connection } from "./connection.ts";
import type { PageArgs } from "./connection.ts";
import { cents, moneyBag } from "./money.ts";
import { whyNotEditable } from "./order-rules.ts";
import { refundView } from "./refund-view.ts";
import { returnView } from "./return-view.ts";
import { suggestedRefund } from "./suggested-refund.ts";
import type { RefundWish } from "./suggested-refund.ts";
import { outstanding, paid, received, refunded, refundsOf, subtotal, taxOf } from "./totals.ts";
import type { Caller, View } from "./view.ts";
import { gid } from "./view.ts";

export function orderDetail({ shop }: Caller, order: Order, customer: ShopCustomer | undefined): View {
  const bag = (amount: number) => moneyBag(amount, order);
  const uneditable = whyNotEditable(order);
  const recipient = order.shippingAddress;
  const name = customer ? `${customer.firstName} ${customer.lastName}` : (order.email ?? "");
  return {
    confirmationNumber: `S${Number(order.id).toString(36).toUpperCase().slice(-8)}`,
    closedAt: order.cancelledAt,
    cancellation: order.cancelledAt ? { staffNote: order.staffNote ?? null } : null,
    edited: order.edited ?? false,
    merchantEditable: uneditable.length === 0,
    merchantEditableErrors: uneditable,
    refundable: paid(order) > 0,
    restockable: !order.cancelledAt && order.fulfillmentStatus !== "FULFILLED",
    canNotifyCustomer: order.email !== null,
    phone: customer?.phone ?? null,
    sourceName: "web",
    discountCodes: order.discount ? [order.discount.code] : [],
    customerLocale: customer?.locale ?? shop.locale,
    paymentGatewayNames: cents(order.total) > 0 ? ["Shopify Payments"] : [],
    statusPageUrl: `https://${shop.publicDomain}/account/orders/${order.id}`,
    customAttributes: [],
    subtotalPriceSet: bag(subtotal(order)),
    totalShippingPriceSet: bag(cents(order.shipping)),
    totalTaxSet: bag(taxOf(cents(order.total))),
    totalDiscountsSet: bag(Math.max(0, subtotal(order) + cents(order.shipping) - cents(order.total))),
    totalPriceSet: bag(cents(order.total)),
    totalOutstandingSet: bag(outstanding(order)),
    totalRefundedSet: bag(refunded(order)),
    netPaymentSet: bag(paid(order)),
    shippingAddress: recipient
      ? recipientView(recipient)
      : customer?.address
        ? addressView(customer.address, name, customer.phone)
        : null,
    shippingLine: { title: "Standard", code: "standard" },
    suggestedRefund: (args: RefundWish) => suggestedRefund(order, args),
    returns: (args: PageArgs) => connection(order.returns ?? [], args, (one) => returnView(order, one)),
    refunds: ({ first }: { first?: number | null }) =>
      refundsOf(order)
        .map((refund) => refundView(order, refund))
        .slice(0, first ?? undefined),
    transactions: ({ first }: { first?: number | null }) =>
      transactionViews(order).slice(0, first ?? undefined),
  };
}

function transactionViews(order: Order): View[] {
  const shared = {
    __typename: "OrderTransaction",
    status: "SUCCESS",
    gateway: "shopify_payments",
    processedAt: order.createdAt,
  };
  const taken = {
    ...shared,
    id: gid("OrderTransaction", `${order.id}3`),
    kind: ["AUTHORIZED", "VOIDED"].includes(order.financialStatus) ? "AUTHORIZATION" : "SALE",
    amountSet: moneyBag(received(order) || cents(order.total), order),
    parentTransaction: null,
  };
  if (order.financialStatus === "PENDING") return [];
  const back = refundsOf(order).map((refund, place) => ({
    ...shared,
    id: gid("OrderTransaction", `${order.id}4${place || ""}`),
    processedAt: refund.createdAt,
    kind: "REFUND",
    amountSet: moneyBag(cents(refund.amount), order),
    parentTransaction: { id: taken.id },
  }));
  return [taken, ...back];
}
