import { expect, test } from "vitest";
import { readOrder } from "./shop-order.ts";

const node = (given: Record<string, unknown> = {}) => ({
  id: "gid://shopify/Order/5001",
  name: "#2188",
  email: " Ebba@Example.SE ",
  phone: "+46 70-123 45 67",
  customer: { id: "gid://shopify/Customer/77" },
  createdAt: "2026-11-20T09:00:00Z",
  processedAt: "2026-11-20T09:00:00Z",
  updatedAt: "2026-11-21T10:00:00+01:00",
  cancelledAt: null,
  closedAt: null,
  displayFinancialStatus: "PAID",
  displayFulfillmentStatus: "UNFULFILLED",
  returnStatus: "NO_RETURN",
  test: false,
  currentTotalPriceSet: { shopMoney: { amount: "1298.0", currencyCode: "SEK" } },
  totalRefundedSet: { shopMoney: { amount: "0.0" } },
  currentSubtotalLineItemsQuantity: 2,
  fulfillments: [],
  refunds: [],
  ...given,
});

test("an order is read with its addresses as we write them, and its money as Shopify does", () => {
  expect(readOrder(node())).toMatchObject({
    shopifyId: "5001",
    email: "ebba@example.se",
    phone: "+46701234567",
    shopifyCustomerId: "77",
    updatedAt: new Date("2026-11-21T09:00:00Z"),
    total: "1298.0",
    onHold: false,
    deliveredAt: null,
  });
});

test.each([
  ["withheld addresses", { email: null, phone: null, customer: null }],
  ["an order without payment or return status", { displayFinancialStatus: null, returnStatus: null }],
  [
    "an order that costs nothing",
    { currentTotalPriceSet: { shopMoney: { amount: "0", currencyCode: "JPY" } } },
  ],
])("%s", (_, given) => {
  expect(readOrder(node(given))).not.toBeNull();
});

test.each([
  ["no order", null],
  ["another thing's id", node({ id: "gid://shopify/Product/1" })],
  ["a total that is no number", node({ totalRefundedSet: { shopMoney: { amount: "NaN" } } })],
  ["a date that is none", node({ updatedAt: "yesterday" })],
  ["a line of something else", { __parentId: "gid://shopify/Order/1" }],
])("%s is not read", (_, answered) => {
  expect(readOrder(answered)).toBeNull();
});

const sent = (...parcels: [string, string | null][]) =>
  readOrder(
    node({
      displayFulfillmentStatus: "FULFILLED",
      fulfillments: parcels.map(([displayStatus, deliveredAt]) => ({
        createdAt: "2026-11-20T09:00:00Z",
        displayStatus,
        deliveredAt,
      })),
    }),
  )?.deliveredAt?.toISOString() ?? null;

test("an order is delivered when the last of its parcels is", () => {
  const [first, last] = ["2026-11-22T09:00:00Z", "2026-11-24T09:00:00Z"];
  expect(sent(["DELIVERED", last], ["DELIVERED", first])).toBe("2026-11-24T09:00:00.000Z");
  expect(sent(["DELIVERED", first], ["IN_TRANSIT", null])).toBeNull();
  expect(sent(["DELIVERED", first], ["CANCELED", null])).toBe("2026-11-22T09:00:00.000Z");
  expect(sent()).toBeNull();
});

test("an order of which only a part was sent is not delivered", () => {
  const part = {
    createdAt: "2026-11-20T09:00:00Z",
    displayStatus: "DELIVERED",
    deliveredAt: "2026-11-22T09:00:00Z",
  };
  const given = { displayFulfillmentStatus: "PARTIALLY_FULFILLED", fulfillments: [part] };
  expect(readOrder(node(given))).toMatchObject({
    deliveredAt: null,
    sentAt: new Date("2026-11-20T09:00:00Z"),
  });
});
