// What is known of an order without asking Shopify: the mirror's row, and how old it is. Pure.
import type { ShopOrder } from "@prisma/client";
import { adminUrl, type CardOrder } from "../../customers/order-row.ts";

export interface KnownOrder {
  row: CardOrder;
  refunded: { amount: string; currencyCode: string };
  /** when the last parcel arrived */
  deliveredAt: string | null;
  /** when Shopify said so */
  readAt: string;
}

export const knownOrder = (order: ShopOrder, shopDomain: string): KnownOrder => ({
  row: {
    id: `gid://shopify/Order/${order.shopifyId}`,
    name: order.name,
    createdAt: order.createdAt.toISOString(),
    // The shop's money: what the customer paid in is not kept.
    total: { amount: order.total, currencyCode: order.currency },
    paid: order.financial,
    fulfilled: order.fulfillment,
    returned: order.returnStatus,
    cancelled: order.cancelledAt !== null,
    adminUrl: adminUrl(shopDomain, `orders/${order.shopifyId}`),
    items: order.items,
    version: order.updatedAt.toISOString(),
  },
  refunded: { amount: order.refunded, currencyCode: order.currency },
  deliveredAt: order.deliveredAt?.toISOString() ?? null,
  readAt: order.readAt.toISOString(),
});
