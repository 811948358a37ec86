// Whose an order is that a customer named. Checked against the 2026-10 schema by sandbox/shopify/operations.test.ts.
// Scopes: read_orders, read_customers. Protected: e-mail.

export const ORDERS_BY_NAME = `query OrdersByName($query: String!) {
  orders(first: 5, query: $query, sortKey: PROCESSED_AT, reverse: true) {
    nodes {
      id
      name
      email
      customer { legacyResourceId verifiedEmail defaultEmailAddress { emailAddress } }
    }
  }
}`;

export interface NamedOrder {
  id: string;
  name: string;
  email: string | null;
  customer: {
    legacyResourceId: string;
    verifiedEmail: boolean;
    defaultEmailAddress: { emailAddress: string | null } | null;
  } | null;
}
