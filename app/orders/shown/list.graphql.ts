// A customer's orders, page by page, searched. Checked against the 2026-10 schema by sandbox/shopify/operations.test.ts.
// Scopes: read_orders, read_customers; older than 60 days: read_all_orders. Protected: e-mail. 4 points an order.
import { ORDER_FIELDS, type OrderNode } from "../../customers/order-row.graphql.ts";
import type { OwnedNode } from "./detail.graphql.ts";

export const ORDERS_OF_OWNER = `query OrdersOfOwner($query: String!, $after: String) {
  orders(first: 20, after: $after, query: $query, sortKey: PROCESSED_AT, reverse: true) {
    nodes {
      ${ORDER_FIELDS}
      email
      customer { legacyResourceId }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

export interface OrdersPage {
  orders: {
    nodes: (OrderNode & OwnedNode)[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
