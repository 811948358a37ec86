// An order in a list: enough to know it again. Pure.
import type { OrderNode } from "./order-row.graphql.ts";

export interface CardOrder {
  /** gid */
  id: string;
  /** "#2188" */
  name: string;
  /** ISO 8601 */
  createdAt: string;
  total: { amount: string; currencyCode: string };
  /** Shopify's displayFinancialStatus, displayFulfillmentStatus, returnStatus: PAID, UNFULFILLED, NO_RETURN */
  paid: string | null;
  fulfilled: string;
  returned: string | null;
  cancelled: boolean;
  /** https://admin.shopify.com/store/…/orders/… */
  adminUrl: string;
  items: number;
  /** its version, Shopify's updatedAt */
  version: string;
}

export const presentOrder = (node: OrderNode, shopDomain: string): CardOrder => ({
  id: node.id,
  name: node.name,
  createdAt: node.createdAt,
  total: node.currentTotalPriceSet.presentmentMoney,
  paid: node.displayFinancialStatus,
  fulfilled: node.displayFulfillmentStatus,
  returned: node.returnStatus,
  cancelled: node.cancelledAt !== null,
  adminUrl: adminUrl(shopDomain, `orders/${node.legacyResourceId}`),
  items: node.currentSubtotalLineItemsQuantity,
  version: node.updatedAt,
});

/** A page of the store's own admin. */
export const adminUrl = (shopDomain: string, path: string): string =>
  `https://admin.shopify.com/store/${shopDomain.replace(".myshopify.com", "")}/${path}`;
