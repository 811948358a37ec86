// What the customer card asks Shopify. Checked against the 2026-10 schema by sandbox/shopify/operations.test.ts.
// Scopes: read_customers, read_orders. Protected: name, e-mail, phone, addresses.
import { ORDER_FIELDS, type OrderNode } from "./order-row.graphql.ts";

const CARD = `
  id
  legacyResourceId
  firstName
  lastName
  createdAt
  numberOfOrders
  amountSpent { amount currencyCode }
  locale
  note
  tags
  statistics { predictedSpendTier rfmGroup }
  defaultEmailAddress { emailAddress marketingState }
  defaultPhoneNumber { phoneNumber marketingState }
  orders(first: 5, sortKey: PROCESSED_AT, reverse: true) {
    nodes { ${ORDER_FIELDS} }
  }
`;

// Asked beside: where Shopify withholds addresses, which can't be null, it leaves out all that they stand in.
const ADDRESSES = `addressesV2(first: 3) { nodes { formatted(withName: false) } }`;

export const CUSTOMER_BY_ID = `query CustomerById($id: ID!) {
  customer(id: $id) { ${CARD} }
  beside: customer(id: $id) { ${ADDRESSES} }
}`;

export const CUSTOMER_BY_EMAIL = `query CustomerByEmail($email: String!) {
  customer: customerByIdentifier(identifier: { emailAddress: $email }) { ${CARD} }
  beside: customerByIdentifier(identifier: { emailAddress: $email }) { ${ADDRESSES} }
}`;

export const CUSTOMER_BY_PHONE = `query CustomerByPhone($phone: String!) {
  customer: customerByIdentifier(identifier: { phoneNumber: $phone }) { ${CARD} }
  beside: customerByIdentifier(identifier: { phoneNumber: $phone }) { ${ADDRESSES} }
}`;

export interface CustomerAnswer {
  customer: Omit<CustomerNode, "addressesV2"> | null;
  beside: Pick<CustomerNode, "addressesV2"> | null;
}

export const CUSTOMER_EMAIL = `query CustomerEmail($id: ID!) {
  customer(id: $id) { id defaultEmailAddress { emailAddress } }
}`;

export const CUSTOMER_SEARCH = `query CustomerSearch($query: String!, $first: Int!) {
  customers(first: $first, query: $query, sortKey: UPDATED_AT, reverse: true) {
    nodes { id displayName numberOfOrders defaultEmailAddress { emailAddress } }
  }
}`;

export interface FoundNode {
  id: string;
  displayName: string;
  numberOfOrders: string;
  defaultEmailAddress: { emailAddress: string | null } | null;
}

interface Money {
  amount: string;
  currencyCode: string;
}

export interface CustomerNode {
  id: string;
  legacyResourceId: string;
  firstName: string | null;
  lastName: string | null;
  createdAt: string | null;
  numberOfOrders: string;
  amountSpent: Money | null;
  locale: string | null;
  note: string | null;
  tags: string[] | null;
  statistics: { predictedSpendTier: string | null; rfmGroup: string | null } | null;
  defaultEmailAddress: { emailAddress: string | null; marketingState: string | null } | null;
  defaultPhoneNumber: { phoneNumber: string | null; marketingState: string | null } | null;
  addressesV2: { nodes: { formatted: string[] }[] } | null;
  orders: { nodes: OrderNode[] } | null;
}
