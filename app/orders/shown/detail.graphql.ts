// An order opened in place. Checked against the 2026-10 schema by sandbox/shopify/operations.test.ts. Scopes: read_orders,
// read_customers; read_returns for returns, which come under a name of their own: a refusal takes nothing else along.
// Protected: e-mail, name, address, phone. At most 250 points, usually some forty.
import { ORDER_FIELDS, type OrderNode } from "../../customers/order-row.graphql.ts";

const MONEY = "presentmentMoney { amount currencyCode }";

const LINES = `
  nodes {
    id
    title
    variantTitle
    sku
    quantity
    currentQuantity
    originalUnitPriceSet { ${MONEY} }
    discountedTotalSet { ${MONEY} }
    image { url(transform: { maxWidth: 96, maxHeight: 96 }) }
  }
  pageInfo { hasNextPage endCursor }
`;

export const ORDER_SHOWN = `query OrderShown($id: ID!) {
  order(id: $id) {
    ${ORDER_FIELDS}
    email
    customer { legacyResourceId }
    note
    tags
    discountCodes
    paymentGatewayNames
    currencyCode
    presentmentCurrencyCode
    currentTotalShop: currentTotalPriceSet { shopMoney { amount currencyCode } }
    subtotalPriceSet { ${MONEY} }
    totalDiscountsSet { ${MONEY} }
    totalShippingPriceSet { ${MONEY} }
    totalTaxSet { ${MONEY} }
    netPaymentSet { ${MONEY} }
    totalOutstandingSet { ${MONEY} }
    totalRefundedSet { ${MONEY} }
    shippingAddress { formatted(withName: true) phone }
    lineItems(first: 10) { ${LINES} }
    fulfillmentsCount { count }
    fulfillments(first: 10) {
      id
      name
      displayStatus
      createdAt
      deliveredAt
      estimatedDeliveryAt
      totalQuantity
      trackingInfo(first: 3) { company number url }
    }
    refunds(first: 10) { id createdAt note totalRefundedSet { ${MONEY} } }
  }
  returned: order(id: $id) {
    returns(first: 5, reverse: true) {
      nodes {
        id
        name
        status
        createdAt
        totalQuantity
        returnLineItems(first: 5) { nodes { quantity customerNote returnReasonDefinition { name } } }
      }
    }
  }
}`;

/** The lines beyond those an order is opened with. */
export const ORDER_LINES = `query OrderLines($id: ID!, $after: String!) {
  order(id: $id) {
    id
    email
    customer { legacyResourceId }
    lineItems(first: 50, after: $after) { ${LINES} }
  }
}`;

interface Money {
  amount: string;
  currencyCode: string;
}

interface Bag {
  presentmentMoney: Money;
}

export interface LineNode {
  id: string;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  quantity: number;
  currentQuantity: number;
  originalUnitPriceSet: Bag;
  discountedTotalSet: Bag;
  image: { url: string } | null;
}

export interface LinePage {
  nodes: LineNode[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface OwnedNode {
  id: string;
  email: string | null;
  customer: { legacyResourceId: string } | null;
}

export interface ParcelNode {
  id: string;
  name: string;
  displayStatus: string | null;
  createdAt: string;
  deliveredAt: string | null;
  estimatedDeliveryAt: string | null;
  totalQuantity: number;
  trackingInfo: { company: string | null; number: string | null; url: string | null }[];
}

export interface DetailNode extends OrderNode, OwnedNode {
  note: string | null;
  tags: string[];
  discountCodes: string[];
  paymentGatewayNames: string[];
  currencyCode: string;
  presentmentCurrencyCode: string;
  currentTotalShop: { shopMoney: Money };
  subtotalPriceSet: Bag | null;
  totalDiscountsSet: Bag | null;
  totalShippingPriceSet: Bag;
  totalTaxSet: Bag | null;
  netPaymentSet: Bag;
  totalOutstandingSet: Bag;
  totalRefundedSet: Bag;
  shippingAddress: { formatted: string[]; phone: string | null } | null;
  lineItems: LinePage;
  fulfillmentsCount: { count: number } | null;
  fulfillments: ParcelNode[];
  refunds: { id: string; createdAt: string | null; note: string | null; totalRefundedSet: Bag }[];
}

export interface ReturnNode {
  id: string;
  name: string;
  status: string;
  createdAt: string;
  totalQuantity: number;
  returnLineItems: {
    nodes: {
      quantity: number;
      customerNote: string | null;
      returnReasonDefinition: { name: string } | null;
    }[];
  };
}
