// What order actions ask of an order before and after. Checked against the 2026-10 schema by
// sandbox/shopify/operations.test.ts. Scopes: read_orders, read_customers. Protected: e-mail, name, address, phone.

const BAG = "shopMoney { amount currencyCode } presentmentMoney { amount currencyCode }";

export const ORDER_FOR_ACTIONS = `query OrderForActions($id: ID!, $after: String) {
  order(id: $id) {
    id
    legacyResourceId
    name
    email
    note
    createdAt
    updatedAt
    cancelledAt
    displayFinancialStatus
    displayFulfillmentStatus
    returnStatus
    merchantEditable
    merchantEditableErrors
    refundable
    canNotifyCustomer
    currencyCode
    presentmentCurrencyCode
    currentTotalPriceSet { ${BAG} }
    totalOutstandingSet { ${BAG} }
    netPaymentSet { ${BAG} }
    totalShippingPriceSet { ${BAG} }
    shippingAddress {
      firstName lastName company address1 address2 zip city countryCodeV2 provinceCode phone
    }
    customer { legacyResourceId }
    fulfillments(first: 1) { createdAt }
    refunds(first: 50) { id note }
    lineItems(first: 100, after: $after) {
      nodes {
        id
        title
        variantTitle
        sku
        currentQuantity
        refundableQuantity
        unfulfilledQuantity
        originalUnitPriceSet { ${BAG} }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

export const ORDER_NOTE = `mutation OrderNote($input: OrderInput!) {
  orderUpdate(input: $input) { order { id updatedAt } userErrors { field message } }
}`;

export const JOB_STATUS = `query JobStatus($id: ID!) { job(id: $id) { id done } }`;

export const VARIANTS = `query VariantsForOrder($query: String!) {
  productVariants(first: 20, query: $query) {
    nodes { id legacyResourceId displayName sku price inventoryQuantity }
  }
}`;

export interface Money {
  amount: string;
  currencyCode: string;
}

export interface Bag {
  shopMoney: Money;
  presentmentMoney: Money;
}

export interface LineNode {
  id: string;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  currentQuantity: number;
  refundableQuantity: number;
  unfulfilledQuantity: number;
  originalUnitPriceSet: Bag;
}

export interface OrderNode {
  id: string;
  legacyResourceId: string;
  name: string;
  email: string | null;
  note: string | null;
  createdAt: string;
  updatedAt: string;
  cancelledAt: string | null;
  displayFinancialStatus: string | null;
  displayFulfillmentStatus: string;
  returnStatus: string;
  merchantEditable: boolean;
  merchantEditableErrors: string[];
  refundable: boolean;
  canNotifyCustomer: boolean;
  currencyCode: string;
  presentmentCurrencyCode: string;
  currentTotalPriceSet: Bag;
  totalOutstandingSet: Bag;
  netPaymentSet: Bag | null;
  totalShippingPriceSet: Bag;
  shippingAddress: AddressNode | null;
  customer: { legacyResourceId: string } | null;
  fulfillments: { createdAt: string }[];
  refunds: { id: string; note: string | null }[];
  lineItems: { nodes: LineNode[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

export interface AddressNode {
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  address1: string | null;
  address2: string | null;
  zip: string | null;
  city: string | null;
  countryCodeV2: string | null;
  provinceCode: string | null;
  phone: string | null;
}
