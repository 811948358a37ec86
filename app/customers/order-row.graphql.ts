// An order as lists show it: 3 points. Stands inside other queries; which, is checked where they are.
// Scopes: read_orders. Protected: nothing.

export const ORDER_FIELDS = `
  id
  legacyResourceId
  name
  createdAt
  updatedAt
  cancelledAt
  displayFinancialStatus
  displayFulfillmentStatus
  returnStatus
  currentSubtotalLineItemsQuantity
  currentTotalPriceSet { presentmentMoney { amount currencyCode } }
`;

export interface OrderNode {
  id: string;
  legacyResourceId: string;
  name: string;
  createdAt: string;
  updatedAt: string;
  cancelledAt: string | null;
  displayFinancialStatus: string | null;
  displayFulfillmentStatus: string;
  returnStatus: string;
  currentSubtotalLineItemsQuantity: number;
  currentTotalPriceSet: { presentmentMoney: { amount: string; currencyCode: string } };
}
