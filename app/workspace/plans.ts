// What a workspace may use, by what it pays for at Shopify. Shopify's own page sells the plans; the app reads which one
// a store has. Pure.

/** From the least to the most. */
export const PLANS = ["free", "smart", "plus"] as const;
export type Plan = (typeof PLANS)[number];

/** What is not in every plan: replying by e-mail, what Samla counts and expects, and answers written by a model. */
export type Feature = "email" | "salesStatistics" | "ai";

const HAS: Record<Plan, readonly Feature[]> = {
  free: [],
  smart: ["email", "salesStatistics", "ai"],
  plus: ["email", "salesStatistics", "ai"],
};

export const hasFeature = (plan: Plan, feature: Feature): boolean => HAS[plan].includes(feature);

/** A plan as it is kept. */
export const planOf = (kept: string): Plan => PLANS.find((plan) => plan === kept) ?? "free";

/** The plan a store's subscriptions amount to, by their names at Shopify; free without one we know. */
export const planOfSubscriptions = (names: readonly string[]): Plan =>
  bestOf(names.map((name) => planOf(name.trim().toLowerCase())));

/** Several stores share one workspace: the best plan among them counts for all. */
export const bestOf = (plans: readonly Plan[]): Plan =>
  PLANS.findLast((plan) => plans.includes(plan)) ?? "free";

/** The app's name in the admin's addresses, as in shopify.app.toml. */
export const APP_HANDLE = "samla";

/** Shopify's page where a store chooses its plan. */
export const plansPage = (shopDomain: string): string =>
  `https://admin.shopify.com/store/${shopDomain.replace(".myshopify.com", "")}/charges/${APP_HANDLE}/pricing_plans`;
