import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { APP_HANDLE, bestOf, hasFeature, planOfSubscriptions, plansPage } from "./plans.ts";

test.each([
  [[], "free"],
  [["Smart"], "smart"],
  [[" PLUS "], "plus"],
  [["Smart", "Plus"], "plus"],
  [["Enterprise"], "free"],
])("subscriptions %j are the plan %s", (names, plan) => {
  expect(planOfSubscriptions(names)).toBe(plan);
});

test("the best plan of several stores counts", () => {
  expect(bestOf(["free", "plus", "smart"])).toBe("plus");
  expect(bestOf([])).toBe("free");
});

test("sales statistics need a plan that is paid for", () => {
  expect(hasFeature("free", "salesStatistics")).toBe(false);
  expect(hasFeature("smart", "salesStatistics")).toBe(true);
});

test("the page where plans are chosen is the app's own, by the handle Shopify knows", () => {
  const toml = readFileSync(new URL("../../shopify.app.toml", import.meta.url), "utf8");
  expect(toml).toContain(`handle = "${APP_HANDLE}"`);
  expect(plansPage("fjallrum.myshopify.com")).toBe(
    "https://admin.shopify.com/store/fjallrum/charges/samla/pricing_plans",
  );
});
