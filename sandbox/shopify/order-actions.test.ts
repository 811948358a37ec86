import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Order, Staff } from "../world/types.ts";
import { callerOf } from "./caller.ts";
import { runGraphql } from "./execute.ts";
import { order, smallState } from "./small-world.ts";

const SCOPES = "read_orders,write_orders,read_order_edits,write_order_edits,read_products,read_customers";
const ID = "gid://shopify/Order/5001";

/** A shop with one order, asked by a staff member. */
function asked(over: Partial<Order> = {}, lacks: Staff["lacks"] = undefined) {
  const state = smallState({ orders: [order(1, over)], scopes: SCOPES });
  state.jobsTakeMs = 5;
  const [shop] = state.world.shops;
  if (!shop?.staff[0]) throw new Error("no shop");
  shop.staff[0].lacks = lacks;
  shop.products.push({
    id: "31",
    handle: "mossa",
    title: "Mössa",
    description: "",
    vendor: "Small",
    variants: [{ id: "41", title: "Default Title", sku: "MO", price: "199.00" }],
  });
  const token = state.tokens.issueOnline(shop.domain, "501", Number.MAX_SAFE_INTEGER).value;
  const run = async (query: string, variables: Record<string, unknown> = {}) => {
    const caller = callerOf(state, shop.domain, token);
    if (!caller) throw new Error("no caller");
    const { body } = await runGraphql(caller, { query, variables });
    return body as { data: any; errors?: { message: string }[] }; // eslint-disable-line @typescript-eslint/no-explicit-any -- answers are read by path
  };
  return { state, run, order: shop.orders[0] as Order };
}

const CANCEL = `mutation ($note: String, $method: OrderCancelRefundMethodInput) {
  orderCancel(orderId: "${ID}", reason: CUSTOMER, restock: true, notifyCustomer: true, staffNote: $note, refundMethod: $method) {
    job { id done } orderCancelUserErrors { field message code } }
}`;

test("an order is cancelled a moment after it was asked for, refunded and told of", async () => {
  const { state, run, order } = asked();
  const { data } = await run(CANCEL, { method: { originalPaymentMethodsRefund: true } });
  expect(data.orderCancel).toMatchObject({ job: { done: false }, orderCancelUserErrors: [] });
  expect(order.cancelledAt).toBeNull();
  await wait(30);
  const after = await run(
    `query ($id: ID!) { job(id: $id) { done }
    order(id: "${ID}") { cancelReason displayFinancialStatus totalRefundedSet { shopMoney { amount } } } }`,
    {
      id: data.orderCancel.job.id,
    },
  );
  expect(after.data).toMatchObject({
    job: { done: true },
    order: {
      cancelReason: "CUSTOMER",
      displayFinancialStatus: "REFUNDED",
      totalRefundedSet: { shopMoney: { amount: "1048.0" } },
    },
  });
  expect(state.mail.sent.map(({ to, subject }) => [to[0]?.email, subject])).toEqual([
    ["ebba@example.se", "Order #1001 har avbrutits"],
  ]);
});

test.each<[string, Partial<Order>, string]>([
  ["cancelled already", { cancelledAt: "2026-11-19T09:00:00Z" }, "already"],
  ["sent", { fulfillmentStatus: "FULFILLED" }, "outstanding fulfillments"],
  ["being returned", { returnStatus: "IN_PROGRESS" }, "active return"],
  ["not authorized yet", { pendingAuthorization: true }, "pending payment"],
])("an order that is %s is not cancelled", async (_what, over, words) => {
  const { run } = asked(over);
  const { data } = await run(CANCEL);
  expect(data.orderCancel.job).toBeNull();
  expect(data.orderCancel.orderCancelUserErrors[0].message).toContain(words);
});

test("who may not refund can't cancel with a refund, and a note has 255 characters", async () => {
  const { run } = asked({}, ["refund_orders"]);
  const refund = await run(CANCEL, { method: { originalPaymentMethodsRefund: true } });
  expect(refund.data.orderCancel.orderCancelUserErrors[0].code).toBe("NO_REFUND_PERMISSION");
  const long = await run(CANCEL, { note: "x".repeat(256) });
  expect(long.data.orderCancel.orderCancelUserErrors[0].field).toEqual(["staffNote"]);
});

test("who may not see orders may do nothing with them", async () => {
  const { run } = asked({}, ["orders"]);
  expect((await run(CANCEL)).errors?.[0]?.message).toContain("Access denied");
});

const begin = `mutation { orderEditBegin(id: "${ID}") { userErrors { message }
  calculatedOrder { id totalPriceSet { shopMoney { amount } } lineItems(first: 5) { nodes { id quantity editableQuantity } } } } }`;
const SET = `mutation ($id: ID!, $line: ID!, $to: Int!) { orderEditSetQuantity(id: $id, lineItemId: $line, quantity: $to, restock: true) {
  userErrors { message } calculatedLineItem { quantity restocking }
  calculatedOrder { totalPriceSet { shopMoney { amount } } totalOutstandingSet { shopMoney { amount } } } } }`;
const ADD = `mutation ($id: ID!) { orderEditAddVariant(id: $id, variantId: "gid://shopify/ProductVariant/41", quantity: 1) {
  userErrors { message } calculatedOrder { totalPriceSet { shopMoney { amount } } totalOutstandingSet { shopMoney { amount } } } } }`;
const COMMIT = `mutation ($id: ID!) { orderEditCommit(id: $id, notifyCustomer: true) {
  userErrors { message } successMessages order { edited displayFinancialStatus currentTotalPriceSet { shopMoney { amount } } } } }`;

test("an edit shows its numbers, changes nothing before the commit, and everything with it", async () => {
  const { run, order, state } = asked();
  const { calculatedOrder } = (await run(begin)).data.orderEditBegin;
  expect(calculatedOrder.lineItems.nodes).toMatchObject([{ quantity: 2, editableQuantity: 2 }]);
  const variables = { id: calculatedOrder.id, line: calculatedOrder.lineItems.nodes[0].id };
  const fewer = (await run(SET, { ...variables, to: 1 })).data.orderEditSetQuantity;
  expect(fewer).toMatchObject({
    calculatedLineItem: { quantity: 1, restocking: true },
    calculatedOrder: {
      totalPriceSet: { shopMoney: { amount: "548.5" } },
      totalOutstandingSet: { shopMoney: { amount: "-499.5" } },
    },
  });
  const more = (await run(ADD, variables)).data.orderEditAddVariant;
  expect(more.calculatedOrder.totalOutstandingSet.shopMoney.amount).toBe("-300.5");
  expect((await run(ADD, variables)).data.orderEditAddVariant.userErrors[0].message).toContain("already");
  expect(order.lines).toHaveLength(1);
  expect((await run(COMMIT, variables)).data.orderEditCommit).toMatchObject({
    userErrors: [],
    order: { edited: true, currentTotalPriceSet: { shopMoney: { amount: "747.5" } } },
  });
  expect(state.mail.sent).toHaveLength(1);
  expect((await run(COMMIT, variables)).data.orderEditCommit.userErrors).toHaveLength(1);
});

test("an order that costs more after an edit is partly paid", async () => {
  const { run } = asked();
  const { calculatedOrder } = (await run(begin)).data.orderEditBegin;
  await run(ADD, calculatedOrder);
  const { order } = (await run(COMMIT, calculatedOrder)).data.orderEditCommit;
  expect(order.displayFinancialStatus).toBe("PARTIALLY_PAID");
});

test("an order that changed since the edit began is not committed, nor is a sent or cancelled one begun", async () => {
  const { run, order } = asked();
  const { calculatedOrder } = (await run(begin)).data.orderEditBegin;
  await run(ADD, calculatedOrder);
  await run(
    `mutation { orderUpdate(input: { id: "${ID}", note: "x" }) { order { note } userErrors { message } } }`,
  );
  expect((await run(COMMIT, calculatedOrder)).data.orderEditCommit.userErrors[0].message).toContain(
    "changed",
  );
  order.fulfillmentStatus = "FULFILLED";
  expect((await run(begin)).data.orderEditBegin.userErrors[0].message).toContain("fulfilled");
});

const REFUND = `mutation ($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) {
  refund { id totalRefundedSet { shopMoney { amount } } } order { displayFinancialStatus } userErrors { field message } } }`;

const giving = (amount: string) => ({
  orderId: ID,
  transactions: [
    {
      orderId: ID,
      amount,
      gateway: "shopify_payments",
      kind: "REFUND",
      parentId: "gid://shopify/OrderTransaction/50013",
    },
  ],
});

test("a refund is suggested, made once a key, and the key is compulsory", async () => {
  const { run, order } = asked();
  const suggestion =
    await run(`{ order(id: "${ID}") { suggestedRefund(refundLineItems: [{ lineItemId: "gid://shopify/LineItem/9001", quantity: 1 }], refundShipping: true) {
    amountSet { shopMoney { amount } } maximumRefundableSet { shopMoney { amount } } shipping { amountSet { shopMoney { amount } } }
    suggestedTransactions { kind gateway parentTransaction { id } } } } }`);
  expect(suggestion.data.order.suggestedRefund).toMatchObject({
    amountSet: { shopMoney: { amount: "548.5" } },
    maximumRefundableSet: { shopMoney: { amount: "1048.0" } },
    shipping: { amountSet: { shopMoney: { amount: "49.0" } } },
    suggestedTransactions: [{ kind: "SUGGESTED_REFUND" }],
  });
  const first = await run(REFUND, { input: giving("100.00"), key: "a" });
  const again = await run(REFUND, { input: giving("100.00"), key: "a" });
  expect(first.data.refundCreate).toMatchObject({
    userErrors: [],
    order: { displayFinancialStatus: "PARTIALLY_REFUNDED" },
  });
  expect(again.data.refundCreate.refund.id).toBe(first.data.refundCreate.refund.id);
  expect(order.refunds).toHaveLength(1);
  expect((await run(REFUND, { input: giving("90.00"), key: "a" })).errors).toHaveLength(1);
  expect(
    (
      await run(REFUND.replace("@idempotent(key: $key)", "").replace(", $key: String!", ""), {
        input: giving("1.00"),
      })
    ).errors?.[0]?.message,
  ).toContain("@idempotent");
});

test("more than was paid, more pieces than were bought and another payment are refused", async () => {
  const { run, order } = asked();
  const tooMuch = await run(REFUND, { input: giving("2000.00"), key: "a" });
  const line = { lineItemId: "gid://shopify/LineItem/9001", quantity: 3, restockType: "NO_RESTOCK" };
  const tooMany = await run(REFUND, { input: { orderId: ID, refundLineItems: [line] }, key: "b" });
  const restock = { ...line, quantity: 1, restockType: "CANCEL" };
  const nowhere = await run(REFUND, { input: { orderId: ID, refundLineItems: [restock] }, key: "c" });
  const words = [tooMuch, tooMany, nowhere].map(({ data }) => data.refundCreate.userErrors[0].message);
  expect(words).toEqual([
    "Refund amount exceeds the refundable amount of the order",
    "Quantity cannot refund more items than were purchased",
    "Location must be given to restock items",
  ]);
  expect(order.refunds).toBeUndefined();
});

test("an address is changed while the order is not cancelled, if it can be one", async () => {
  const { run, order } = asked();
  const put = (zip: string) =>
    run(`mutation { orderUpdate(input: { id: "${ID}", shippingAddress: { firstName: "Ebba", lastName: "Ek", address1: "Nygatan 2", zip: "${zip}", city: "Lund", countryCode: SE } }) {
      order { updatedAt shippingAddress { formatted } } userErrors { message } } }`);
  expect((await put("1")).data.orderUpdate.userErrors[0].message).toContain("zip");
  const { data } = await put("223 50");
  expect(data.orderUpdate.order.shippingAddress.formatted).toContain("223 50 Lund");
  order.cancelledAt = "2026-11-20T09:00:00Z";
  expect((await put("223 50")).data.orderUpdate.userErrors).toHaveLength(1);
});

test("an invoice goes to the customer, not of a cancelled order, and variants are found", async () => {
  const { run, state } = asked({ financialStatus: "PENDING" });
  const send = `mutation { orderInvoiceSend(id: "${ID}", email: { customMessage: "Hej!" }) { order { id } userErrors { message } } }`;
  expect((await run(send)).data.orderInvoiceSend.userErrors).toEqual([]);
  expect(state.mail.sent[0]?.textBody).toContain("Hej!");
  const found = await run(`{ productVariants(first: 5, query: "möss") { nodes { id displayName price } } }`);
  expect(found.data.productVariants.nodes).toMatchObject([{ displayName: "Mössa", price: "199.00" }]);
});
