// An order as it is shown when it is opened. The figures are Shopify's; nothing is added up here. Pure.
import { presentOrder, type CardOrder } from "../../customers/order-row.ts";
import type { DetailNode, LineNode, LinePage, ParcelNode, ReturnNode } from "./detail.graphql.ts";

export interface Money {
  amount: string;
  currencyCode: string;
}

export interface ShownLine {
  id: string;
  title: string;
  variant: string | null;
  sku: string | null;
  /** as it was ordered, and what is left of it after edits and returns */
  ordered: number;
  quantity: number;
  price: Money;
  total: Money;
  /** null when there is none, as for products that were deleted */
  picture: string | null;
}

export interface ShownLines {
  lines: ShownLine[];
  /** where to go on; null at the end */
  next: string | null;
}

export interface Parcel {
  id: string;
  name: string;
  /** Shopify's FulfillmentDisplayStatus */
  status: string | null;
  sentAt: string;
  deliveredAt: string | null;
  expectedAt: string | null;
  items: number;
  tracking: { carrier: string | null; number: string | null; link: string | null }[];
}

export interface ShownReturn {
  id: string;
  name: string;
  /** Shopify's ReturnStatus */
  status: string;
  createdAt: string;
  items: number;
  reasons: { quantity: number; reason: string | null; said: string | null }[];
}

export interface OrderDetail extends ShownLines {
  row: CardOrder;
  payment: {
    subtotal: Money | null;
    discounts: Money | null;
    shipping: Money;
    tax: Money | null;
    total: Money;
    /** the same in the shop's own currency, where the customer paid in another */
    shopTotal: Money | null;
    paid: Money;
    outstanding: Money;
    refunded: Money;
    gateways: string[];
    codes: string[];
  };
  parcels: Parcel[];
  /** parcels beyond those shown */
  moreParcels: number;
  /** null: Shopify does not let us see them */
  returns: ShownReturn[] | null;
  refunds: { id: string; at: string | null; note: string | null; amount: Money }[];
  address: { lines: string[]; phone: string | null } | null;
  note: string | null;
  tags: string[];
}

export function presentDetail(
  node: DetailNode,
  returns: ReturnNode[] | null,
  shopDomain: string,
): OrderDetail {
  const { currencyCode, presentmentCurrencyCode } = node;
  return {
    row: presentOrder(node, shopDomain),
    ...presentLines(node.lineItems),
    payment: {
      subtotal: node.subtotalPriceSet?.presentmentMoney ?? null,
      discounts: node.totalDiscountsSet?.presentmentMoney ?? null,
      shipping: node.totalShippingPriceSet.presentmentMoney,
      tax: node.totalTaxSet?.presentmentMoney ?? null,
      total: node.currentTotalPriceSet.presentmentMoney,
      shopTotal: currencyCode === presentmentCurrencyCode ? null : node.currentTotalShop.shopMoney,
      paid: node.netPaymentSet.presentmentMoney,
      outstanding: node.totalOutstandingSet.presentmentMoney,
      refunded: node.totalRefundedSet.presentmentMoney,
      gateways: node.paymentGatewayNames,
      codes: node.discountCodes,
    },
    parcels: node.fulfillments.map(presentParcel),
    moreParcels: Math.max(0, (node.fulfillmentsCount?.count ?? 0) - node.fulfillments.length),
    returns: returns?.map(presentReturn) ?? null,
    refunds: node.refunds.map(({ id, createdAt, note, totalRefundedSet }) => ({
      ...{ id, note, at: createdAt, amount: totalRefundedSet.presentmentMoney },
    })),
    address: node.shippingAddress
      ? { lines: node.shippingAddress.formatted, phone: node.shippingAddress.phone }
      : null,
    note: node.note?.trim() || null,
    tags: node.tags,
  };
}

export const presentLines = ({ nodes, pageInfo }: LinePage): ShownLines => ({
  lines: nodes.map(presentLine),
  next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
});

const presentLine = (node: LineNode): ShownLine => ({
  id: node.id,
  title: node.title,
  variant: node.variantTitle,
  sku: node.sku || null,
  ordered: node.quantity,
  quantity: node.currentQuantity,
  price: node.originalUnitPriceSet.presentmentMoney,
  total: node.discountedTotalSet.presentmentMoney,
  picture: webLink(node.image?.url ?? null),
});

const presentParcel = (node: ParcelNode): Parcel => ({
  id: node.id,
  name: node.name,
  status: node.displayStatus,
  sentAt: node.createdAt,
  deliveredAt: node.deliveredAt,
  expectedAt: node.estimatedDeliveryAt,
  items: node.totalQuantity,
  tracking: node.trackingInfo.map(({ company, number, url }) => ({
    ...{ carrier: company, number, link: webLink(url) },
  })),
});

const presentReturn = (node: ReturnNode): ShownReturn => ({
  id: node.id,
  name: node.name,
  status: node.status,
  createdAt: node.createdAt,
  items: node.totalQuantity,
  reasons: node.returnLineItems.nodes.map(({ quantity, returnReasonDefinition, customerNote }) => ({
    ...{ quantity, reason: returnReasonDefinition?.name ?? null, said: customerNote?.trim() || null },
  })),
});

/** Whoever fills in a parcel's tracking may write anything there: only an address of the web is one to follow. */
export function webLink(written: string | null): string | null {
  if (!written || !URL.canParse(written)) return null;
  const { protocol, href } = new URL(written);
  return protocol === "https:" || protocol === "http:" ? href : null;
}
