import { expect, test } from "vitest";
import { endOf, MILESTONES, type OrderState } from "./milestone.ts";

const order = (given: Partial<OrderState> = {}): OrderState => ({
  financial: "PENDING",
  fulfillment: "UNFULFILLED",
  returnStatus: "NO_RETURN",
  deliveredAt: null,
  cancelledAt: null,
  ...given,
});
const ended = (given: Partial<OrderState>) =>
  MILESTONES.filter((milestone) => endOf(milestone, order(given)) === "happened");

test.each([
  ["an order that was just placed", {}, []],
  ["a part of it sent", { fulfillment: "PARTIALLY_FULFILLED" }, []],
  ["on hold", { fulfillment: "ON_HOLD" }, []],
  ["all of it sent", { fulfillment: "FULFILLED" }, ["shipped"]],
  ["arrived", { fulfillment: "FULFILLED", deliveredAt: new Date() }, ["shipped", "delivered"]],
  ["only authorised", { financial: "AUTHORIZED" }, []],
  ["partly paid", { financial: "PARTIALLY_PAID" }, []],
  ["paid", { financial: "PAID" }, ["paid"]],
  ["some money back", { financial: "PARTIALLY_REFUNDED" }, ["paid", "refunded"]],
  ["a return that was asked for", { returnStatus: "RETURN_REQUESTED" }, []],
  ["returned", { returnStatus: "RETURNED" }, ["returned"]],
  ["no payment and no return known", { financial: null, returnStatus: null }, []],
] as const)("%s", (_, given, happened) => {
  expect(ended(given)).toEqual(happened);
});

test("a cancelled order is not sent or paid any more; money and parcels may still come back", () => {
  const cancelled = order({ cancelledAt: new Date() });
  expect(MILESTONES.map((milestone) => endOf(milestone, cancelled))).toEqual([
    "cancelled",
    "cancelled",
    "cancelled",
    null,
    null,
  ]);
});
