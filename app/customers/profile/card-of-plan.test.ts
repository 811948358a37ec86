import { expect, test } from "vitest";
import type { CustomerNode } from "../customer.graphql.ts";
import type { CustomerCard } from "../profile.ts";
import { cardOfPlan } from "./card-of-plan.ts";
import { presentCustomer } from "./present.ts";

const node: CustomerNode = {
  id: "gid://shopify/Customer/77",
  legacyResourceId: "77",
  firstName: "Ebba",
  lastName: null,
  createdAt: "2024-11-20T09:00:00Z",
  numberOfOrders: "14",
  amountSpent: { amount: "23410.00", currencyCode: "SEK" },
  locale: "sv",
  note: null,
  tags: null,
  statistics: { predictedSpendTier: "HIGH", rfmGroup: "LOYAL" },
  defaultEmailAddress: { emailAddress: "ebba@example.com", marketingState: "INVALID" },
  defaultPhoneNumber: null,
  addressesV2: null,
  orders: null,
};
const customer = presentCustomer(node, "bjork.myshopify.com");
const card: CustomerCard = {
  state: "found",
  customer,
  withheld: false,
  readAt: "2026-11-20T09:00:00Z",
  problem: null,
};

test("what is withheld or was never said is shown as nothing, and an invalid address as no consent", () => {
  expect(customer).toMatchObject({ name: "Ebba", note: "", tags: [], addresses: [], orders: [] });
  expect(customer.consent).toEqual({ email: "none", sms: null });
});

test("a plan with sales statistics sees what is counted", () => {
  expect(cardOfPlan(card, "smart")).toBe(card);
});

test("what another plan has locked does not leave the server; everything else does", () => {
  const locked = { ...customer, spent: null, numberOfOrders: null, byShopify: null };
  expect(cardOfPlan(card, "free")).toEqual({ ...card, customer: locked });
  expect(cardOfPlan({ state: "nobody" }, "free")).toEqual({ state: "nobody" });
});
