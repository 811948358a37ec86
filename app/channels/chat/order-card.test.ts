import { expect, test } from "vitest";
import type { CardOrder } from "../../customers/order-row.ts";
import { card } from "../../tickets/chat/card.ts";
import { cardOfOrder } from "./order-card.ts";

const order = (facts: Partial<CardOrder>): CardOrder => ({
  id: "gid://shopify/Order/1",
  name: "#2188",
  createdAt: "2026-11-20T10:00:00Z",
  total: { amount: "1298.00", currencyCode: "SEK" },
  paid: "PAID",
  fulfilled: "UNFULFILLED",
  returned: null,
  cancelled: false,
  adminUrl: "https://admin.shopify.com/store/x/orders/1",
  items: 1,
  version: "1",
  ...facts,
});

test.each([
  [{}, "fi-FI", "Ei vielä lähetetty"],
  [{ fulfilled: "FULFILLED" }, "sv", "Skickad"],
  [{ fulfilled: "PARTIALLY_FULFILLED" }, "no", "Delvis sendt"],
  [{ fulfilled: "FULFILLED", cancelled: true }, null, "Cancelled"],
])("an order %j is shown to who speaks %s as: %s", (facts, locale, status) => {
  const shown = cardOfOrder(order(facts), locale);
  expect(shown).toEqual({ kind: "order", name: "#2188", status, total: "1298.00", currency: "SEK" });
  expect(card.safeParse(shown).success).toBe(true);
});
