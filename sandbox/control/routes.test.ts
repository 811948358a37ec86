import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSessionToken } from "../shopify/session-token.ts";
import { shopifyRoutes } from "../shopify/routes.ts";
import { smallState } from "../shopify/small-world.ts";
import { signWebhook } from "../shopify/webhooks.ts";
import type { SandboxState } from "../state.ts";
import { controlRoutes } from "./routes.ts";

const SHOP = "small.myshopify.com";
let state: SandboxState;
let url: string;
let got: { headers: IncomingHttpHeaders; path: string; body: string }[];
let close: () => void;

beforeEach(async () => {
  state = smallState();
  got = [];
  const app = express();
  app.use("/app", express.text({ type: () => true }), (req, res) => {
    got.push({ headers: req.headers, path: req.path, body: String(req.body) });
    res.sendStatus(200);
  });
  app.use("/shopify", shopifyRoutes(state));
  app.use("/control", controlRoutes(state));
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  state.config.appUrl = `${url}/app`;
  close = () => {
    server.close();
    server.closeAllConnections();
  };
});
afterEach(() => close());

async function control(
  path: string,
  body?: unknown,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${url}/control${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const graphql = (token = "wrong") =>
  fetch(`${url}/shopify/admin/api/2026-10/graphql.json`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "x-emulated-host": SHOP, "X-Shopify-Access-Token": token },
    body: JSON.stringify({ query: "{ shop { name } }" }),
  });

test("a session token is minted for a staff member by e-mail address or id, or spoiled on request", async () => {
  const { apiKey, apiSecret } = state.config;
  const reader = { shop: SHOP, apiKey, apiSecret, now: state.now() };
  for (const staff of ["anna@small.se", "501", 501]) {
    const { body } = await control("/session-token", { shop: SHOP, staff });
    expect(readSessionToken(String(body.token), reader)?.sub).toBe("501");
  }
  const { body } = await control("/session-token", {
    shop: SHOP,
    staff: "501",
    alg: "none",
    claims: { exp: null },
  });
  expect(readSessionToken(String(body.token), reader)).toBeUndefined();
});

test("a webhook is signed over its raw body and may be sent twice with the same ids", async () => {
  const { body } = await control("/webhook", { shop: SHOP, topic: "customers/redact", duplicate: true });
  expect(body.statuses).toEqual([200, 200]);
  expect(got).toHaveLength(2);
  const [one, other] = got;
  expect(one?.path).toBe("/webhooks/compliance");
  expect(one?.headers["x-shopify-hmac-sha256"]).toBe(signWebhook(one?.body ?? "", "secret"));
  expect(one?.headers["x-shopify-webhook-id"]).toBe(other?.headers["x-shopify-webhook-id"]);
  expect(JSON.parse(one?.body ?? "")).toEqual({
    shop_id: 1,
    shop_domain: SHOP,
    customer: { id: 77, email: "ebba@example.se", phone: "+46701234567" },
    orders_to_redact: [5001, 5002],
  });
});

test("swapped headers leave body and signature as they were", async () => {
  await control("/webhook", {
    shop: SHOP,
    topic: "orders/updated",
    path: "/webhooks/compliance",
    payload: '{"id": 1',
    swapHeaders: {
      "X-Shopify-Topic": "shop/redact",
      "X-Shopify-Shop-Domain": "other.myshopify.com",
      "X-Shopify-Event-Id": "",
    },
  });
  expect(got[0]?.body).toBe('{"id": 1');
  expect(got[0]?.headers).toMatchObject({
    "x-shopify-topic": "shop/redact",
    "x-shopify-shop-domain": "other.myshopify.com",
    "x-shopify-hmac-sha256": signWebhook('{"id": 1', "secret"),
  });
  expect(got[0]?.headers["x-shopify-event-id"]).toBeUndefined();
});

test("uninstalling voids the tokens and tells the app; installing lets it back in", async () => {
  const { value } = state.tokens.issueOffline(SHOP, null);
  expect((await graphql(value)).status).toBe(200);
  await control("/uninstall", { shop: SHOP });
  expect(got[0]?.path).toBe("/webhooks/app/uninstalled");
  expect(JSON.parse(got[0]?.body ?? "")).toMatchObject({ id: 1, myshopify_domain: SHOP });
  expect((await graphql(value)).status).toBe(401);

  await control("/install", { shop: SHOP });
  expect((await graphql(value)).status).toBe(401);
  expect((await graphql(state.tokens.issueOffline(SHOP, null).value)).status).toBe(200);
});

test("the next matching calls fail as asked, and every call is on record", async () => {
  await control("/fail", { service: "shopify", match: "shop { name", times: 1, status: 503 });
  await control("/fail", { service: "shopify", match: "graphql", times: 1, drop: true });
  expect((await graphql()).status).toBe(503);
  await expect(graphql()).rejects.toThrow();
  expect((await graphql()).status).toBe(401);
  const { body } = await control("/calls?service=shopify");
  const calls = body as unknown as { status: number; path: string; shop: string }[];
  expect(calls.map((call) => call.status)).toEqual([503, 0, 401]);
  expect(calls[0]).toMatchObject({ path: "/admin/api/2026-10/graphql.json", shop: SHOP });
});

test("a shop can lose the app's approval for customer data, its scopes and its query budget", async () => {
  const { body } = await control("/shop", {
    shop: SHOP,
    protectedData: false,
    scopes: "read_orders",
    points: 0,
  });
  expect(body).toEqual({ shop: SHOP, installed: true, protectedData: false, scopes: "read_orders" });
  expect(state.installations.get(SHOP)?.bucket.available).toBe(0);
});

test("a reset brings back the first world", async () => {
  state.world.shops[0]?.orders.pop();
  await control("/shop", { shop: SHOP, protectedData: false });
  await control("/clock", { now: "2027-01-01T00:00:00Z" });
  await control("/reset", {});
  expect(state.world.shops[0]?.orders).toHaveLength(2);
  expect(state.installations.get(SHOP)?.protectedData).toBe(true);
  expect([state.calls, state.failures, state.clockOffsetMs]).toEqual([[], [], 0]);
});

test.each<[string, unknown, RegExp]>([
  ["/session-token", { shop: "nowhere.myshopify.com", staff: "1" }, /no shop nowhere/],
  ["/session-token", { shop: SHOP, staff: "nobody@small.se" }, /no nobody@small.se on its staff/],
  ["/webhook", { shop: SHOP, topic: "products/update", payload: {} }, /no address for products\/update/],
  ["/fail", { service: "fax" }, /service/],
  ["/clock", { now: "soon" }, /now/],
])("%s %j is answered with a sentence, not a crash", async (path, body, sentence) => {
  const answer = await control(path, body);
  expect(answer.status).toBe(400);
  expect(answer.body.error).toMatch(sentence);
});
