// A customer is new or has changed: a new version, and the webhook about it. Of the body only what the app asked for is
// sent (include_fields in shopify.app.toml).

import type { SandboxState } from "../state.ts";
import type { Shop, ShopCustomer } from "../world/types.ts";
import { sendWebhook } from "./webhooks.ts";

export function customerChanged(
  state: SandboxState,
  shop: Shop,
  customer: ShopCustomer,
  topic: "customers/create" | "customers/update" = "customers/update",
): void {
  customer.updatedAt = state.now().toISOString();
  void sendWebhook(state, { shop: shop.domain, topic, payload: customerPayload(customer) });
}

/** The body of both. */
export const customerPayload = (customer: ShopCustomer) => ({
  id: Number(customer.id),
  admin_graphql_api_id: `gid://shopify/Customer/${customer.id}`,
  updated_at: customer.updatedAt ?? customer.createdAt,
});

/** What a merchant does on a customer's page. Throws when there is nobody like that. */
export function changeCustomer(
  state: SandboxState,
  shop: Shop,
  wish: { customer: string; note?: string; tags?: string[]; emailMarketing?: string },
): ShopCustomer {
  const customer = shop.customers.find(({ id, email }) => id === wish.customer || email === wish.customer);
  if (!customer) throw new Error(`${shop.name} has no customer ${wish.customer}.`);
  if (wish.note !== undefined) customer.note = wish.note || null;
  if (wish.tags)
    customer.tags = wish.tags
      .map((tag) => tag.trim())
      .filter(Boolean)
      .toSorted();
  if (wish.emailMarketing) customer.emailMarketing = wish.emailMarketing;
  customerChanged(state, shop, customer);
  return customer;
}
