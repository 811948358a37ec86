// What is counted of a customer is not in every plan: what is locked does not leave the server. Pure.
import { hasFeature, type Plan } from "../../workspace/plans.ts";
import type { CustomerCard } from "../profile.ts";

/** The card as this plan may see it. */
export function cardOfPlan(card: CustomerCard, plan: Plan): CustomerCard {
  if (card.state !== "found" || hasFeature(plan, "salesStatistics")) return card;
  const { customer } = card;
  return { ...card, customer: { ...customer, spent: null, numberOfOrders: null, byShopify: null } };
}
