// What a customer may be told of an order. Checked against the 2026-10 schema by sandbox/shopify/operations.test.ts.
// Scopes: read_orders, read_customers. Protected: none is read, the e-mail is only asked by.

const TOLD = `
  id
  name
  cancelledAt
  displayFinancialStatus
  displayFulfillmentStatus
  statusPageUrl
  currentTotalPriceSet { presentmentMoney { amount currencyCode } }
  fulfillments(first: 5) {
    displayStatus
    trackingInfo(first: 1) { company number url }
  }
`;

export const ORDER_TO_TELL = `query OrderToTell($id: ID!) { order(id: $id) { ${TOLD} } }`;

const LATEST = `orders(first: 10, sortKey: PROCESSED_AT, reverse: true) { nodes { ${TOLD} } }`;

export const ORDERS_OF_CUSTOMER = `query OrdersOfCustomer($id: ID!) { customer(id: $id) { ${LATEST} } }`;

export const ORDERS_OF_ADDRESS = `query OrdersOfAddress($email: String!) {
  customerByIdentifier(identifier: { emailAddress: $email }) { ${LATEST} }
}`;

export interface ToldNode {
  id: string;
  name: string;
  cancelledAt: string | null;
  displayFinancialStatus: string | null;
  displayFulfillmentStatus: string;
  statusPageUrl: string;
  currentTotalPriceSet: { presentmentMoney: { amount: string; currencyCode: string } };
  fulfillments: {
    displayStatus: string | null;
    trackingInfo: { company: string | null; number: string | null; url: string | null }[];
  }[];
}
