// A customer is new or has changed: a new version, and the webhook about it. Of the body only what the app asked for is
// sent (include_fields in shopify.app.toml).

import type { SandboxState } from "../state.ts";
import type { Shop, ShopCustomer } from "../world/types.ts";
import type { Delivery } from "./webhooks.ts";
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

/**
 * Staff make one customer of two: the first is kept and takes over the other's orders. Tells the app. Throws when there
 * is nobody like that.
 */
export async function mergeCustomers(
  state: SandboxState,
  shop: Shop,
  wish: { customer: string; other: string },
): Promise<Delivery> {
  const [kept, other] = [wish.customer, wish.other].map((id) => shop.customers.find((one) => one.id === id));
  if (!kept || !other || kept === other) throw new Error(`${shop.name} has no two customers like that.`);
  for (const order of shop.orders) if (order.customerId === other.id) order.customerId = kept.id;
  kept.email ??= other.email;
  kept.phone ??= other.phone;
  kept.tags = [...new Set([...kept.tags, ...other.tags])].toSorted();
  shop.customers.splice(shop.customers.indexOf(other), 1);
  kept.updatedAt = state.now().toISOString();
  return sendWebhook(state, {
    shop: shop.domain,
    topic: "customers/merge",
    payload: {
      admin_graphql_api_customer_kept_id: `gid://shopify/Customer/${kept.id}`,
      admin_graphql_api_customer_deleted_id: `gid://shopify/Customer/${other.id}`,
      status: "completed",
    },
  });
}
