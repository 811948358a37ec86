// An order as the mirror keeps it. Checked against the 2026-10 schema by sandbox/shopify/operations.test.ts.
// Scopes: read_orders, read_customers; orders older than 60 days: read_all_orders. Protected: e-mail, phone.

/** fulfillments and refunds are lists, not connections: they may stand in a bulk query, and come within their order's line. */
const MIRRORED = `
  id
  name
  email
  phone
  customer { id }
  createdAt
  processedAt
  updatedAt
  cancelledAt
  closedAt
  displayFinancialStatus
  displayFulfillmentStatus
  returnStatus
  test
  currentTotalPriceSet { shopMoney { amount currencyCode } }
  totalRefundedSet { shopMoney { amount } }
  currentSubtotalLineItemsQuantity
  fulfillments(first: 10) { createdAt displayStatus deliveredAt }
  refunds(first: 10) { createdAt }
`;

export const ORDER_TO_MIRROR = `query OrderToMirror($id: ID!) { order(id: $id) { ${MIRRORED} } }`;

/** What changed since, in the order it changed. A query may cost a thousand points. */
export const ORDERS_CHANGED = `query OrdersChanged($query: String!, $after: String) {
  orders(first: 35, query: $query, after: $after, sortKey: UPDATED_AT) {
    nodes { ${MIRRORED} }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** All that the app may see: Shopify gathers them into a file, a line an order. */
export const EVERY_ORDER = `{ orders { edges { node { ${MIRRORED} } } } }`;

export const GATHER = `mutation GatherOrders($query: String!) {
  bulkOperationRunQuery(query: $query, groupObjects: false) {
    bulkOperation { id createdAt }
    userErrors { code message }
  }
}`;

export const GATHERING = `query GatheringOrders($id: ID!) {
  bulkOperation(id: $id) { status errorCode rootObjectCount url }
}`;

/** Whether the app may see more than sixty days of them. */
export const GRANTED = `query GrantedScopes { currentAppInstallation { accessScopes { handle } } }`;
