import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readSessionToken } from "./shopify/session-token.ts";
import { startSandbox } from "./start.ts";
import type { Sandbox } from "./start.ts";
import { makeWorld } from "./world/world.ts";

const APP = "http://127.0.0.1:9";
let sandbox: Sandbox;

const start = (port: number) =>
  startSandbox({
    port,
    appUrl: APP,
    apiKey: "key",
    apiSecret: "secret",
    postmarkToken: "postmark",
    inboundAddress: "hash@inbound.postmarkapp.com",
    inboundHook: { user: "user", password: "password" },
    world: makeWorld({ now: new Date() }),
    scopes: "read_customers,read_orders",
  });

beforeAll(async () => void (sandbox = await start(0)));
afterAll(() => sandbox.close());

async function page(path: string, cookie = "") {
  const response = await fetch(sandbox.url + path, { headers: { cookie }, redirect: "manual" });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** What the page tells its script. */
const dataIn = (text: string) =>
  JSON.parse(/id="admin-data">(.*?)<\/script>/s.exec(text)?.[1] ?? "{}") as {
    shop: string;
    staff: string;
    app?: { src: string };
  };

test("every part answers on one port, by both names of this machine", async () => {
  for (const path of [
    "/",
    "/sms",
    "/mail",
    "/storefront",
    "/storefront/fjallrum/",
    "/app-bridge.js",
    "/control/calls",
  ])
    expect((await page(path)).status, path).toBe(200);
  const byNumber = await fetch(sandbox.url.replace("localhost", "127.0.0.1"));
  expect(byNumber.status).toBe(200);
  const { text } = await page("/");
  for (const name of ["Admin", "Fjällrum", "Kystull", "Tallrik", "Mailbox", "Phone"])
    expect(text).toContain(name);
});

test("a taken port is an error that says so", async () => {
  await expect(start(Number(new URL(sandbox.url).port))).rejects.toThrow(/EADDRINUSE/);
});

test("closing ends open connections and frees the port", async () => {
  const other = await start(0);
  const waiting = fetch(`${other.url}/control/clock?client=a`).then((response) => response.json());
  const { version } = (await waiting) as { version: string };
  const held = fetch(`${other.url}/control/clock?client=a&seen=${version}`).catch(() => "ended");
  await other.close();
  expect(await held).toBe("ended");
  const server = createServer().listen(Number(new URL(other.url).port), "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  expect((server.address() as AddressInfo).port).toBe(Number(new URL(other.url).port));
  server.close();
});

test("the admin opens the app at the address it was asked for, with a session token for whoever looks", async () => {
  const { status, text, headers } = await page("/admin/store/kystull/apps/samla/app/tickets/1?status=open");
  expect(status).toBe(200);
  expect(headers.get("cache-control")).toBe("no-store");
  const { app, staff, shop } = dataIn(text);
  const src = new URL(app?.src ?? "");
  expect([src.origin, src.pathname, src.searchParams.get("status")]).toEqual([APP, "/app/tickets/1", "open"]);
  expect(src.searchParams.get("embedded")).toBe("1");
  expect(atob(src.searchParams.get("host") ?? "")).toBe("admin.shopify.com/store/kystull");
  const reader = { shop: "kystull.myshopify.com", apiKey: "key", apiSecret: "secret", now: new Date() };
  const claims = readSessionToken(src.searchParams.get("id_token") ?? "", reader);
  expect([claims?.sub, shop]).toEqual([staff, "kystull.myshopify.com"]);
});

test("an address cannot make the admin frame another host", async () => {
  for (const path of [
    "//evil.example/x",
    "/%2F%2Fevil.example",
    "/https://evil.example/",
    "/.%2F/evil.example/",
  ]) {
    const { text } = await page(`/admin/store/fjallrum/apps/samla${path}`);
    expect(new URL(dataIn(text).app?.src ?? APP).origin, path).toBe(APP);
  }
});

test("somebody else on the staff can be chosen, and stays chosen for that store", async () => {
  const [shop] = sandbox.state.world.shops;
  const other = shop?.staff.find((member) => !member.accountOwner);
  const chosen = await page(`/admin/store/fjallrum/orders?page=1&staff=${other?.email}`);
  expect([chosen.status, chosen.headers.get("location")]).toEqual([
    303,
    "/admin/store/fjallrum/orders?page=1",
  ]);
  const cookie = chosen.headers.get("set-cookie")?.split(";")[0] ?? "";
  expect(dataIn((await page("/admin/store/fjallrum/orders", cookie)).text).staff).toBe(other?.id);
  expect(dataIn((await page("/admin/store/kystull/orders", cookie)).text).staff).not.toBe(other?.id);
  expect((await page("/admin/store/fjallrum?staff=nobody@nowhere.se")).status).toBe(404);
});

test("Shopify's addresses of orders, customers and products lead to pages with their data", async () => {
  const [shop] = sandbox.state.world.shops;
  const order = shop?.orders.find((one) => one.customerId);
  const customer = shop?.customers.find((one) => one.id === order?.customerId);
  const root = "/admin/store/fjallrum";
  const shown = await page(`${root}/orders/${order?.id}`);
  expect(shown.text).toContain(order?.name);
  expect(shown.text).toContain(order?.lines[0]?.title);
  expect((await page(`${root}/customers/${customer?.id}`)).text).toContain(customer?.lastName);
  expect((await page(`${root}/products/${shop?.products[0]?.id}`)).text).toContain(shop?.products[0]?.title);
  for (const list of ["", "/orders", "/customers", "/products", "/settings/apps"])
    expect((await page(root + list)).status, list).toBe(200);
  for (const nothing of ["/orders/1", "/apps/other", "/nowhere"])
    expect((await page(root + nothing)).status).toBe(404);
  expect((await page("/admin/store/nowhere")).status).toBe(404);
});

test("a store without the app offers to install it", async () => {
  const installation = sandbox.state.installations.get("tallrik.myshopify.com");
  if (installation) installation.installed = false;
  const { text } = await page("/admin/store/tallrik/apps/samla/app");
  expect(text).toContain("isn't installed in Tallrik");
  expect(dataIn(text).app).toBeUndefined();
});
