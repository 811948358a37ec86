// What an order says on its own page, beyond what a list needs.

import type { Order, ShopCustomer } from "../../world/types.ts";
import { addressView } from "./address.ts";
import { connection } from "./connection.ts";
import type { PageArgs } from "./connection.ts";
import { cents, moneyBag } from "./money.ts";
import { outstanding, paid, refunded, refundedPieces, subtotal, taxOf } from "./totals.ts";
import type { Caller, View } from "./view.ts";
import { gid } from "./view.ts";

export function orderDetail({ shop }: Caller, order: Order, customer: ShopCustomer | undefined): View {
  const bag = (amount: number) => moneyBag(amount, order.currency);
  const open = !order.cancelledAt && order.fulfillmentStatus === "UNFULFILLED";
  const name = customer ? `${customer.firstName} ${customer.lastName}` : (order.email ?? "");
  return {
    confirmationNumber: `S${Number(order.id).toString(36).toUpperCase().slice(-8)}`,
    closedAt: order.cancelledAt,
    cancellation: order.cancelledAt ? { staffNote: null } : null,
    edited: false,
    merchantEditable: open,
    merchantEditableErrors: open ? [] : ["This order can no longer be edited."],
    refundable: paid(order) > 0,
    restockable: open,
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
    shippingAddress: customer?.address ? addressView(customer.address, name, customer.phone) : null,
    shippingLine: { title: "Standard", code: "standard" },
    refunds: ({ first }: { first?: number | null }) => refundViews(order).slice(0, first ?? undefined),
    transactions: ({ first }: { first?: number | null }) =>
      transactionViews(order).slice(0, first ?? undefined),
  };
}

function refundViews(order: Order): View[] {
  if (refunded(order) === 0) return [];
  const lines = order.lines.filter((line) => refundedPieces(order, line) > 0);
  return [
    {
      __typename: "Refund",
      id: gid("Refund", `${order.id}2`),
      createdAt: order.cancelledAt ?? order.createdAt,
      note: null,
      totalRefundedSet: moneyBag(refunded(order), order.currency),
      refundLineItems: (args: PageArgs) =>
        connection(lines, args, (line) => ({
          quantity: refundedPieces(order, line),
          restockType: order.cancelledAt ? "CANCEL" : "RETURN",
          restocked: true,
          lineItem: { id: gid("LineItem", line.id), title: line.title },
          subtotalSet: moneyBag(cents(line.price) * refundedPieces(order, line), order.currency),
        })),
    },
  ];
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
    amountSet: moneyBag(cents(order.total), order.currency),
    parentTransaction: null,
  };
  if (order.financialStatus === "PENDING") return [];
  if (refunded(order) === 0) return [taken];
  const back = {
    ...shared,
    id: gid("OrderTransaction", `${order.id}4`),
    kind: "REFUND",
    amountSet: moneyBag(refunded(order), order.currency),
    parentTransaction: { id: taken.id },
  };
  return [taken, back];
}
