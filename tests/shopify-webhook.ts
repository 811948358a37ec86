// Webhooks as Shopify sends them: signed over the raw body, with its headers. Written from the specification,
// not with the library under test.
import { createHmac, randomUUID } from "node:crypto";
import { db } from "../app/db.server.ts";
import { now } from "../app/lib/clock.ts";
import { handleShopifyWebhook } from "../app/privacy/shop-webhooks.server.ts";
import { action as compliance } from "../app/routes/webhooks.compliance.ts";
import { action as scopesUpdate } from "../app/routes/webhooks.app.scopes_update.ts";
import { action as uninstalled } from "../app/routes/webhooks.app.uninstalled.ts";
import { action as subscriptions } from "../app/routes/webhooks.app_subscriptions.ts";
import { action as bulkOperations } from "../app/routes/webhooks.bulk_operations.ts";
import { action as customers } from "../app/routes/webhooks.customers.ts";
import { action as orders } from "../app/routes/webhooks.orders.ts";
import { ORDER_TOPICS } from "../app/workspace/order-hints.ts";

export interface Hook {
  topic: string;
  shop: string;
  body: unknown;
  webhookId?: string;
  eventId?: string;
  triggeredAt?: Date;
  /** changed after signing; null leaves a header out */
  headers?: Record<string, string | null>;
  method?: string;
}

export const sign = (raw: string, secret = "samla-sandbox-secret"): string =>
  createHmac("sha256", secret).update(raw, "utf8").digest("base64");

export function hookRequest(hook: Hook): Request {
  const raw = typeof hook.body === "string" ? hook.body : JSON.stringify(hook.body);
  const headers = new Headers({
    "Content-Type": "application/json",
    "X-Shopify-Topic": hook.topic,
    "X-Shopify-Shop-Domain": hook.shop,
    "X-Shopify-API-Version": "2026-10",
    "X-Shopify-Webhook-Id": hook.webhookId ?? randomUUID(),
    "X-Shopify-Event-Id": hook.eventId ?? randomUUID(),
    "X-Shopify-Triggered-At": (hook.triggeredAt ?? now()).toISOString(),
    "X-Shopify-Hmac-Sha256": sign(raw),
  });
  for (const [name, value] of Object.entries(hook.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  const method = hook.method ?? "POST";
  return new Request("http://127.0.0.1:3000/webhooks", {
    method,
    headers,
    body: method === "GET" ? null : raw,
  });
}

const ADDRESSES = {
  uninstalled,
  scopesUpdate,
  compliance,
  orders,
  customers,
  bulkOperations,
  subscriptions,
};

const OWN: Record<string, keyof typeof ADDRESSES> = {
  "app/uninstalled": "uninstalled",
  "app/scopes_update": "scopesUpdate",
  "customers/delete": "customers",
  "customers/merge": "customers",
  "bulk_operations/finish": "bulkOperations",
  "app_subscriptions/update": "subscriptions",
  ...Object.fromEntries(ORDER_TOPICS.map((topic) => [topic, "orders"] as const)),
};

/** Posts a webhook to the app, at its topic's own address unless another is given. Returns the status. */
export async function post(hook: Hook, address?: keyof typeof ADDRESSES): Promise<number> {
  const action = ADDRESSES[address ?? OWN[hook.topic] ?? "compliance"];
  const response = await action({ request: hookRequest(hook), params: {}, context: {} });
  if ((await response.text()) !== "") throw new Error("a webhook's answer has no body");
  return response.status;
}

/** What was kept of a shop's webhooks, oldest first. */
export const keptOf = (shop: string) =>
  db.received.findMany({ where: { source: "shopify", server: shop }, orderBy: { id: "asc" } });

/** Posts a webhook and lets the worker's handler do what it asks for. */
export async function deliver(hook: Hook): Promise<void> {
  const status = await post(hook);
  if (status !== 200) throw new Error(`answered ${status}`);
  for (const { id, state } of await keptOf(hook.shop))
    if (state === "received") await handleShopifyWebhook(id);
}
