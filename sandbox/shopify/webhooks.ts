// Sends Shopify's webhooks to the app: signed over the raw body, with Shopify's headers and its five seconds.

import { createHmac, randomUUID } from "node:crypto";
import type { SandboxState } from "../state.ts";
import { API_VERSION } from "./schema.ts";

/** Everything about an order has one address. */
const ORDER_TOPICS = [
  ...["create", "updated", "cancelled", "fulfilled", "partially_fulfilled", "paid", "edited", "delete"].map(
    (what) => `orders/${what}`,
  ),
  "refunds/create",
  "fulfillments/create",
  "fulfillments/update",
  ...["request", "approve", "decline", "update", "process", "cancel", "close", "reopen"].map(
    (what) => `returns/${what}`,
  ),
];

/** The app's addresses, as its shopify.app.toml declares them. */
const PATHS: Record<string, string> = {
  "app/uninstalled": "/webhooks/app/uninstalled",
  "app/scopes_update": "/webhooks/app/scopes_update",
  "app_subscriptions/update": "/webhooks/app_subscriptions",
  "customers/data_request": "/webhooks/compliance",
  "customers/redact": "/webhooks/compliance",
  "shop/redact": "/webhooks/compliance",
  "customers/create": "/webhooks/customers",
  "customers/update": "/webhooks/customers",
  "customers/delete": "/webhooks/customers",
  "customers/merge": "/webhooks/customers",
  "bulk_operations/finish": "/webhooks/bulk_operations",
  ...Object.fromEntries(ORDER_TOPICS.map((topic) => [topic, "/webhooks/orders"])),
};
const TIMEOUT_MS = 5_000;

export interface Webhook {
  shop: string;
  topic: string;
  payload: unknown;
  /** send it more than once, with the same ids */
  copies?: number;
  /** hostile: headers to change after signing */
  headers?: Record<string, string>;
  /** where to, when it is not the topic's own address */
  path?: string;
}

export interface Delivery {
  path: string;
  webhookId: string;
  /** the app's answers in order; 0 = none within the time Shopify gives */
  statuses: number[];
}

/** Whether the app subscribed to this topic. */
export const hasAddress = (topic: string): boolean => topic in PATHS;

/** Delivers a webhook, all copies at once, and tells how the app answered. Throws on a topic without an address. */
export async function sendWebhook(state: SandboxState, webhook: Webhook): Promise<Delivery> {
  const path = webhook.path ?? PATHS[webhook.topic];
  if (!path)
    throw new Error(`The app has no address for ${webhook.topic}; known: ${Object.keys(PATHS).join(", ")}.`);

  const body = typeof webhook.payload === "string" ? webhook.payload : JSON.stringify(webhook.payload);
  const webhookId = randomUUID();
  const headers = {
    "Content-Type": "application/json",
    "User-Agent": "Shopify-Captain-Hook",
    "X-Shopify-Topic": webhook.topic,
    "X-Shopify-Shop-Domain": webhook.shop,
    "X-Shopify-API-Version": API_VERSION,
    "X-Shopify-Webhook-Id": webhookId,
    "X-Shopify-Event-Id": randomUUID(),
    "X-Shopify-Triggered-At": state.now().toISOString(),
    "X-Shopify-Hmac-Sha256": signWebhook(body, state.config.apiSecret),
  };
  const request = { method: "POST", headers: overlaid(headers, webhook.headers), body };
  const deliveries = Array.from({ length: webhook.copies ?? 1 }, () =>
    deliver(state, path, webhook.shop, request),
  );
  return { path, webhookId, statuses: await Promise.all(deliveries) };
}

/** The base64 signature that goes with a raw body. */
export const signWebhook = (body: string, secret: string): string =>
  createHmac("sha256", secret).update(body, "utf8").digest("base64");

async function deliver(
  state: SandboxState,
  path: string,
  shop: string,
  request: RequestInit,
): Promise<number> {
  const status = await fetch(`${state.config.appUrl}${path}`, {
    ...request,
    redirect: "manual",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).then(
    (response) => response.status,
    () => 0,
  );
  state.calls.push({
    at: state.now().toISOString(),
    service: "app",
    method: "POST",
    path,
    status,
    body: request.body,
    shop,
  });
  return status;
}

/** Header names are compared without regard to case. An empty value leaves the header out. */
function overlaid(
  headers: Record<string, string>,
  changes: Record<string, string> = {},
): Record<string, string> {
  const result = new Headers(headers);
  for (const [name, value] of Object.entries(changes)) {
    if (value === "") result.delete(name);
    else result.set(name, value);
  }
  return Object.fromEntries(result);
}
