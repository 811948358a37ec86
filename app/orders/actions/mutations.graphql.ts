// What order actions make Shopify do, and what it would do. Checked against the 2026-10 schema by
// sandbox/shopify/operations.test.ts. Scopes: write_orders; write_order_edits, read_order_edits for edits.

const BAG = "shopMoney { amount currencyCode } presentmentMoney { amount currencyCode }";

const CALCULATED = `calculatedOrder {
  id
  subtotalLineItemsQuantity
  totalPriceSet { ${BAG} }
  totalOutstandingSet { ${BAG} }
  notificationPreviewTitle
}`;

export const EDIT_BEGIN = `mutation OrderEditBegin($id: ID!) {
  orderEditBegin(id: $id) { ${CALCULATED} userErrors { field message } }
}`;

export const EDIT_SET = `mutation OrderEditSet($id: ID!, $line: ID!, $quantity: Int!, $restock: Boolean) {
  orderEditSetQuantity(id: $id, lineItemId: $line, quantity: $quantity, restock: $restock) {
    ${CALCULATED} userErrors { field message }
  }
}`;

export const EDIT_ADD = `mutation OrderEditAdd($id: ID!, $variant: ID!, $quantity: Int!) {
  orderEditAddVariant(id: $id, variantId: $variant, quantity: $quantity) {
    ${CALCULATED} userErrors { field message }
  }
}`;

export const EDIT_COMMIT = `mutation OrderEditCommit($id: ID!, $notify: Boolean, $note: String) {
  orderEditCommit(id: $id, notifyCustomer: $notify, staffNote: $note) {
    order { id } userErrors { field message }
  }
}`;

export const CANCEL = `mutation OrderCancel(
  $id: ID!, $reason: OrderCancelReason!, $restock: Boolean!, $refundMethod: OrderCancelRefundMethodInput,
  $notify: Boolean, $note: String
) {
  orderCancel(
    orderId: $id, reason: $reason, restock: $restock, refundMethod: $refundMethod, notifyCustomer: $notify,
    staffNote: $note
  ) {
    job { id done } orderCancelUserErrors { field message code }
  }
}`;

export const SUGGEST_REFUND = `query SuggestedRefund(
  $id: ID!, $lines: [RefundLineItemInput!], $shipping: Boolean, $full: Boolean
) {
  order(id: $id) {
    suggestedRefund(refundLineItems: $lines, refundShipping: $shipping, suggestFullRefund: $full) {
      amountSet { ${BAG} }
      maximumRefundableSet { ${BAG} }
      totalTaxSet { ${BAG} }
      shipping { amountSet { ${BAG} } maximumRefundableSet { ${BAG} } }
      refundLineItems { quantity lineItem { id } }
      suggestedTransactions {
        amountSet { ${BAG} }
        maximumRefundableSet { ${BAG} }
        gateway
        formattedGateway
        parentTransaction { id }
      }
    }
  }
}`;

export const REFUND = `mutation RefundCreate($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) {
    refund { id totalRefundedSet { ${BAG} } } userErrors { field message }
  }
}`;

export const READDRESS = `mutation OrderAddress($input: OrderInput!) {
  orderUpdate(input: $input) { order { id updatedAt } userErrors { field message } }
}`;

export const SEND_INVOICE = `mutation OrderInvoiceSend($id: ID!, $email: EmailInput) {
  orderInvoiceSend(id: $id, email: $email) { order { id } userErrors { message } }
}`;
