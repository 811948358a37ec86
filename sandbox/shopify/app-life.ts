// What a merchant does with the app in the admin: uninstall it, install it again, ask for a customer's data.

import type { SandboxState } from "../state.ts";
import { shopByDomain } from "../state.ts";
import type { Shop, ShopCustomer } from "../world/types.ts";
import type { Installation, Subscription } from "./installation.ts";
import {
  customerRedactPayload,
  dataRequestPayload,
  scopesUpdatePayload,
  shopRedactPayload,
  subscriptionPayload,
  uninstalledPayload,
} from "./webhook-payloads.ts";
import type { Delivery } from "./webhooks.ts";
import { sendWebhook } from "./webhooks.ts";

/** Takes the app away: its tokens and metafields are gone at once, then the app is told. */
export async function uninstallApp(state: SandboxState, domain: string): Promise<Delivery> {
  const { shop, installation } = installationIn(state, domain);
  installation.installed = false;
  installation.metafields = [];
  installation.subscription = "Free";
  state.tokens.revokeShop(domain);
  return sendWebhook(state, { shop: domain, topic: "app/uninstalled", payload: uninstalledPayload(shop) });
}

/** Puts the app back. Shopify says nothing: the app learns of it when somebody opens it. */
export function installApp(state: SandboxState, domain: string): void {
  installationIn(state, domain).installation.installed = true;
}

/** Grants other scopes, as a merchant does who accepts an update, and tells the app. */
export async function changeScopes(state: SandboxState, domain: string, scopes: string): Promise<Delivery> {
  const { shop } = installationIn(state, domain);
  const previous = shop.scopes;
  shop.scopes = scopes;
  const payload = scopesUpdatePayload(shop, previous, state.now());
  return sendWebhook(state, { shop: domain, topic: "app/scopes_update", payload });
}

/** Subscribes to another of the app's plans, as on its page of plans, and tells the app. */
export async function choosePlan(
  state: SandboxState,
  domain: string,
  subscription: Subscription,
): Promise<Delivery & { topic: string }> {
  const { shop, installation } = installationIn(state, domain);
  const before = installation.subscription;
  installation.subscription = subscription;
  const topic = "app_subscriptions/update";
  // Going to the free plan is told as the end of the one before.
  const [name, status] = subscription === "Free" ? [before, "CANCELLED"] : [subscription, "ACTIVE"];
  const payload = subscriptionPayload(shop, installation.id, name, status, state.now());
  return { topic, ...(await sendWebhook(state, { shop: domain, topic, payload })) };
}

/** The body Shopify would send for a topic; about the given customer, or the shop's first. */
export function payloadFor(state: SandboxState, domain: string, topic: string, customerId?: string): unknown {
  const { shop } = installationIn(state, domain);
  if (topic === "app/uninstalled") return uninstalledPayload(shop);
  if (topic === "app/scopes_update") return scopesUpdatePayload(shop, shop.scopes, state.now());
  if (topic === "app_subscriptions/update")
    return subscriptionPayload(shop, "1", "Plus", "ACTIVE", state.now());
  if (topic === "shop/redact") return shopRedactPayload(shop);
  if (topic === "customers/redact") return customerRedactPayload(shop, customerIn(shop, customerId));
  if (topic === "customers/data_request")
    return dataRequestPayload(shop, customerIn(shop, customerId), state.now().getTime());
  throw new Error(`There is no ready payload for ${topic}: send one along.`);
}

/** The shop and what it knows about the app. Throws when the world has no such shop. */
export function installationIn(
  state: SandboxState,
  domain: string,
): { shop: Shop; installation: Installation } {
  const shop = shopByDomain(state, domain);
  const installation = state.installations.get(domain);
  if (shop && installation) return { shop, installation };
  throw new Error(
    `There is no shop ${domain}; there are ${state.world.shops.map((one) => one.domain).join(", ")}.`,
  );
}

function customerIn(shop: Shop, id: string | undefined): ShopCustomer {
  const customer = id ? shop.customers.find((one) => one.id === id) : shop.customers[0];
  if (!customer) throw new Error(`${shop.name} has no customer ${id ?? "at all"}.`);
  return customer;
}
