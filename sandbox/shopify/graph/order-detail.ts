// What an order says on its own page, beyond what a list needs.

import type { Order, ShopCustomer } from "../../world/types.ts";
import { addressView, recipientView } from "./address.ts";
import { cents, moneyBag } from "./money.ts";
import { whyNotEditable } from "./order-rules.ts";
import { refundView } from "./refund-view.ts";
import { suggestedRefund } from "./suggested-refund.ts";
import type { RefundWish } from "./suggested-refund.ts";
import { outstanding, paid, received, refunded, refundsOf, subtotal, taxOf } from "./totals.ts";
import type { Caller, View } from "./view.ts";
import { gid } from "./view.ts";

export function orderDetail({ shop }: Caller, order: Order, customer: ShopCustomer | undefined): View {
  const bag = (amount: number) => moneyBag(amount, order.currency);
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
    discountCodes: [],
    customerLocale: customer?.locale ?? shop.locale,
    paymentGatewayNames: ["Shopify Payments"],
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
    amountSet: moneyBag(received(order) || cents(order.total), order.currency),
    parentTransaction: null,
  };
  if (order.financialStatus === "PENDING") return [];
  const back = refundsOf(order).map((refund, place) => ({
    ...shared,
    id: gid("OrderTransaction", `${order.id}4${place || ""}`),
    processedAt: refund.createdAt,
    kind: "REFUND",
    amountSet: moneyBag(cents(refund.amount), order.currency),
    parentTransaction: { id: taken.id },
  }));
  return [taken, ...back];
}
