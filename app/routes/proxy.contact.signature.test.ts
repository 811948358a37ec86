// Nothing but Shopify's signature opens the form's address.
import { expect, test } from "vitest";
import {
  contactRequest,
  filledIn,
  proxyQuery,
  proxySignature,
  storefront,
} from "../../tests/storefront-call.ts";
import { db } from "../db.server.ts";
import { now } from "../lib/clock.ts";
import { action, loader } from "./proxy.contact.ts";

const JSON_PLEASE = { Accept: "application/json" };

const send = (query: URLSearchParams | string, headers: Record<string, string>) => {
  const body = new URLSearchParams(filledIn());
  return action({
    request: contactRequest(query, { method: "POST", body, headers }),
    params: {},
    context: {},
  });
};

const look = (query: URLSearchParams | string) =>
  loader({ request: contactRequest(query), params: {}, context: {} });

const written = async (workspace: { id: string }) => [
  await db.received.count({ where: { workspaceId: workspace.id } }),
  await db.ticket.count({ where: { workspaceId: workspace.id } }),
  await db.event.count({ where: { workspaceId: workspace.id } }),
];
const NOTHING = [0, 0, 0];

const probes: [string, (shop: string, other: string) => URLSearchParams | string, number][] = [
  ["no signature", (shop) => without(proxyQuery({ shop }), "signature"), 400],
  ["a bad signature", (shop) => changed(proxyQuery({ shop }), "signature", "0".repeat(64)), 401],
  ["a signature of another length", (shop) => changed(proxyQuery({ shop }), "signature", "0"), 400],
  ["no timestamp", (shop) => without(proxyQuery({ shop }), "timestamp"), 400],
  ["a signature two minutes old", (shop) => proxyQuery({ shop, timestamp: secondsAgo(120) }), 400],
  ["a signature from two minutes ahead", (shop) => proxyQuery({ shop, timestamp: secondsAgo(-120) }), 400],
  ["two shops", (shop, other) => `${proxyQuery({ shop })}&shop=${other}`, 400],
  ["another shop in front", (shop, other) => `shop=${other}&${proxyQuery({ shop })}`, 400],
  ["another shop instead", (shop, other) => changed(proxyQuery({ shop }), "shop", other), 401],
  ["a signed-in shopper put in", (shop) => changed(proxyQuery({ shop }), "logged_in_customer_id", "42"), 401],
  ["a signed query cut up differently", (shop) => recut(shop), 400],
  ["a signed parameter we don't know", (shop) => withExtra(shop), 400],
  ["nothing at all", () => "", 400],
];

test.each(probes)("%s: refused, and nothing is written", async (_, query, status) => {
  const { workspace, shop } = await storefront();
  const other = await storefront();
  const sent = query(shop, other.shop);
  for (const headers of [{}, JSON_PLEASE]) {
    const response = await send(sent, headers);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toMatch(/signature=|Error|at .*\.ts/);
  }
  expect((await look(sent)).status).toBe(status);
  expect(await written(workspace)).toEqual(NOTHING);
  expect(await written(other.workspace)).toEqual(NOTHING);
});

const secondsAgo = (seconds: number) => Math.floor(now().getTime() / 1000) - seconds;

function without(query: URLSearchParams, name: string) {
  query.delete(name);
  return query;
}

function changed(query: URLSearchParams, name: string, value: string) {
  query.set(name, value);
  return query;
}

/** What was signed as one value is read as three. */
function recut(shop: string) {
  const timestamp = String(secondsAgo(0));
  const signature = proxySignature([
    ["a", "1logged_in_customer_id=42m=x"],
    ["logged_in_customer_id", ""],
    ["path_prefix", "/apps/samla"],
    ["shop", shop],
    ["timestamp", timestamp],
  ]);
  return new URLSearchParams({
    a: "1",
    logged_in_customer_id: "42",
    m: "xlogged_in_customer_id=",
    path_prefix: "/apps/samla",
    shop,
    timestamp,
    signature,
  });
}

function withExtra(shop: string) {
  const query = without(proxyQuery({ shop }), "signature");
  query.set("page", "2");
  query.set("signature", proxySignature([...query]));
  return query;
}

test("the signature covers the signed-in shopper", async () => {
  const { workspace, shop } = await storefront();
  expect((await send(proxyQuery({ shop, customerId: "42" }), JSON_PLEASE)).status).toBe(200);
  const [message] = await db.message.findMany({ where: { workspaceId: workspace.id } });
  expect(message?.shopifyId).toBe("42");
});
