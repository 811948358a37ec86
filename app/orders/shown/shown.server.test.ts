import { makeBuyer, makeShop, sandbox } from "../../../tests/setup/sandbox.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { isWork, planOf, statementsOf } from "../../../bench/explain.ts";
import { order } from "../../../sandbox/shopify/small-world.ts";
import type { Order, Shop } from "../../../sandbox/world/types.ts";
import {
  makeCustomer,
  makeShopifyCustomer,
  makeShopOrder,
  makeStore,
  makeTicket,
  makeWorkspace,
} from "../../../tests/factories.ts";
import { signInStore } from "../../../tests/shopify-session.ts";
import pg from "pg";
import { db } from "../../db.server.ts";
import { env } from "../../env.server.ts";
import { DAY, later, now } from "../../lib/clock.ts";
import { listKnown } from "./from-mirror.server.ts";
import { listOrders } from "./list.server.ts";
import { ownerAtTicket, ownerInStore } from "./owner.server.ts";
import { openOrder, readMoreLines } from "./read-order.server.ts";
import { readWish } from "./search.ts";

beforeEach(() => {
  sandbox.state.failures.length = 0;
});

const SCOPES = "read_customers,read_orders,read_all_orders,read_returns,read_products,read_locales";
let number = 0;

/** A ticket of somebody who ordered these, in a shop where another person ordered too. */
async function atTicket(orders: Partial<Order>[], given: Partial<Shop> = {}) {
  const buyer = makeBuyer();
  const bought = orders.map((one) =>
    order((number += 1), { customerId: buyer.id, email: buyer.email, ...one }),
  );
  const other = order((number += 1), { customerId: "1", email: "other@example.se" });
  const mug = { id: "31", handle: "mugg", title: "Mugg", description: "", vendor: "Björk" };
  const variants = [{ id: "41", title: "Default Title", sku: "RJ-M", price: "499.50" }];
  const shop = makeShop({
    ...{ customers: [buyer], orders: [...bought, other], scopes: SCOPES },
    ...{ products: [{ ...mug, variants }], ...given },
  });
  await signInStore(shop);
  const workspace = await makeWorkspace();
  const store = await makeStore(workspace, { shopDomain: shop.domain });
  const customer = await makeCustomer(workspace, { email: buyer.email });
  await makeShopifyCustomer(store, customer, buyer.id);
  const ticket = await makeTicket(store, { customerId: customer.id });
  const owner = await ownerAtTicket(ticket);
  const [first] = bought;
  const open = async (one = first) => {
    const opened = await openOrder(owner, one?.id);
    if (opened.state !== "found") throw new Error(opened.state);
    return opened.order;
  };
  const list = (search = "", after: string | null = null) =>
    listOrders(owner, readWish(new URLSearchParams(search)), after);
  const mirror = (one: Order, age = 1) => {
    const at = later(now(), -age * DAY);
    return makeShopOrder(store, {
      ...{ shopifyId: one.id, name: one.name, shopifyCustomerId: buyer.id, createdAt: at, processedAt: at },
    });
  };
  return { buyer, bought, other, shop, workspace, store, customer, ticket, owner, open, list, mirror };
}

const line = (id: number, over: object = {}) => ({
  ...{ id: String(id), title: "Mugg", variantTitle: "Vit", sku: "RJ-M", quantity: 1, price: "10.00" },
  ...over,
});

describe("an order that is opened", () => {
  test("shows its items, parcels, returns, refunds, discounts, note and tags as Shopify has them", async () => {
    const sentAt = "2026-11-18T09:00:00.000Z";
    const tracking = { company: "PostNord", number: "UP1", url: "https://tracking.postnord.com/se/?id=UP1" };
    const parcel = { lineIds: ["1"], sentAt, deliveredAt: null, expectedAt: "2026-11-30T09:00:00.000Z" };
    const lines = [{ lineId: "1", quantity: 1, reason: "För liten", note: "Trång" }];
    const it = await atTicket([
      {
        ...{
          lines: [line(1), line(2, { gone: true })],
          fulfillmentStatus: "FULFILLED",
          note: " Ring först ",
        },
        parcels: [
          { ...parcel, tracking },
          { ...parcel, tracking: { ...tracking, url: "javascript:alert(1)" } },
        ],
        returns: [{ id: "7", status: "REQUESTED", createdAt: sentAt, lines }],
        refunds: [{ id: "8", createdAt: sentAt, note: "Sen", amount: "5.00", shipping: "0.00", lines: [] }],
        ...{ discount: { code: "HÖST", amount: "3.00" }, tags: ["vip"], total: "66.00" },
      },
    ]);
    const shown = await it.open();
    expect(shown.lines).toMatchObject([
      { title: "Mugg", variant: "Vit", quantity: 1, price: { amount: "10.0" } },
      { picture: null },
    ]);
    expect(shown.lines[0]?.picture).toContain("/cdn/products/mugg.svg");
    expect(shown.parcels.map(({ tracking: [one] }) => one?.link)).toEqual([tracking.url, null]);
    expect(shown.parcels[0]).toMatchObject({ status: "IN_TRANSIT", expectedAt: parcel.expectedAt });
    expect(shown.returns).toMatchObject([
      { status: "REQUESTED", reasons: [{ reason: "För liten", said: "Trång" }] },
    ]);
    expect(shown.refunds).toMatchObject([{ amount: { amount: "5.0" }, note: "Sen" }]);
    expect(shown).toMatchObject({ note: "Ring först", tags: ["vip"], payment: { codes: ["HÖST"] } });
  });

  test("of 300 lines shows ten, and all the others page by page", async () => {
    const it = await atTicket([{ lines: Array.from({ length: 300 }, (_, place) => line(place + 1)) }]);
    const seen = new Set<string>();
    let { lines, next } = await it.open();
    expect(lines).toHaveLength(10);
    for (let pages = 0; next && pages < 9; pages++) {
      for (const { id } of lines) seen.add(id);
      const more = await readMoreLines(it.owner, it.bought[0]?.id, next);
      if (more.state !== "found") throw new Error(more.problem);
      ({ lines, next } = more);
    }
    for (const { id } of lines) seen.add(id);
    expect(seen.size).toBe(300);
  });

  test("may cost nothing, have money without decimals, or be paid in another currency", async () => {
    const presentment = { currency: "JPY", rate: 14.8 };
    const free = { discount: { code: "GRATIS", amount: "1048.00" }, total: "0.00", shipping: "0.00" };
    const it = await atTicket([free, { presentment }, { currency: "JPY", total: "1200.00" }]);
    const [zero, abroad, yen] = [await it.open(), await it.open(it.bought[1]), await it.open(it.bought[2])];
    expect(zero.payment).toMatchObject({
      total: { amount: "0.0" },
      gateways: [],
      outstanding: { amount: "0.0" },
    });
    expect(abroad.payment).toMatchObject({
      total: { amount: "15510.0", currencyCode: "JPY" },
      shopTotal: { amount: "1048.0", currencyCode: "SEK" },
    });
    expect(yen.payment).toMatchObject({ total: { amount: "1200.0", currencyCode: "JPY" }, shopTotal: null });
  });

  test("without the scope for returns, or with fields held back, shows all the rest and says so", async () => {
    const it = await atTicket([{}], { scopes: SCOPES.replace("read_returns,", "") });
    expect(await openOrder(it.owner, it.bought[0]?.id)).toMatchObject({
      ...{ state: "found", withheld: true, order: { returns: null, lines: [{ title: "Regnjacka" }] } },
    });
    const held = await atTicket([{}]);
    const installation = sandbox.state.installations.get(held.shop.domain);
    if (installation) installation.protectedData = false;
    expect(await openOrder(held.owner, held.bought[0]?.id)).toMatchObject({
      ...{ state: "found", withheld: true, order: { returns: [], address: null } },
    });
  });

  test("when Shopify throttles in an answer of 200, is what the mirror knows of it", async () => {
    const it = await atTicket([{}]);
    const [bought] = it.bought;
    if (!bought) throw new Error("nothing bought");
    await it.mirror(bought);
    const installation = sandbox.state.installations.get(it.shop.domain);
    if (installation) installation.bucket = { available: -10_000, at: sandbox.state.now().getTime() };
    expect(await openOrder(it.owner, bought.id)).toMatchObject({
      ...{ state: "problem", problem: "throttled", known: { row: { name: bought.name, paid: "PAID" } } },
    });
    expect(await openOrder(it.owner, it.other.id)).toMatchObject({ state: "problem", known: null });
    expect(await it.list()).toMatchObject({ problem: "throttled", orders: [{ name: bought.name }] });
    expect(await it.list("q=jacka")).toMatchObject({ problem: "throttled", orders: [] });
  });

  test("older than the app may see is said to be, not to be missing", async () => {
    const createdAt = later(sandbox.state.now(), -90 * DAY).toISOString();
    const it = await atTicket([{ createdAt }], { scopes: SCOPES.replace("read_all_orders,", "") });
    const [bought] = it.bought;
    if (!bought) throw new Error("nothing bought");
    await expect(openOrder(it.owner, bought.id)).rejects.toMatchObject({ code: "not-found" });
    await it.mirror(bought, 90);
    expect(await openOrder(it.owner, bought.id)).toMatchObject({
      state: "too-old",
      known: { row: { name: bought.name } },
    });
    expect(await it.list()).toMatchObject({ wholeHistory: false, orders: [] });
  });

  test("of another customer or store is none, whichever door is tried", async () => {
    const [it, elsewhere] = [await atTicket([{}]), await atTicket([{}])];
    const after = Buffer.from(`{"last_id":"${it.other.lines[0]?.id}"}`).toString("base64");
    for (const id of [it.other.id, elsewhere.bought[0]?.id, "9", "' OR 1=1--", undefined]) {
      await expect(openOrder(it.owner, id)).rejects.toMatchObject({ code: "not-found" });
      await expect(readMoreLines(it.owner, id, after)).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(ownerInStore(it.customer, elsewhere.store.id)).rejects.toMatchObject({ code: "not-found" });
    const shown = await ownerInStore(it.customer, it.store.id);
    expect(await openOrder(shown, it.bought[0]?.id)).toMatchObject({ state: "found" });
  });
});

describe("a customer's orders", () => {
  test("come newest first, page by page, guests' by any of their addresses, and nobody else's", async () => {
    const it = await atTicket(Array.from({ length: 23 }, () => ({})));
    const [oldest, guest] = [it.bought[22], it.bought[3]];
    if (!oldest || !guest) throw new Error("too few");
    Object.assign(guest, { customerId: null, email: "Second@Example.org" });
    expect((await it.list()).orders).toHaveLength(20);
    await db.contactPoint.create({
      data: {
        ...{ workspaceId: it.workspace.id, customerId: it.customer.id },
        ...{ kind: "email", value: "second@example.org" },
      },
    });
    const owner = await ownerAtTicket(it.ticket);
    const wish = readWish(new URLSearchParams());
    const first = await listOrders(owner, wish, null);
    const second = await listOrders(owner, wish, first.next);
    const names = [...first.orders, ...second.orders].map(({ name }) => name);
    expect(names).toEqual(it.bought.map(({ name }) => name));
    expect(second.next).toBeNull();
    await expect(listOrders(owner, wish, "{")).rejects.toMatchObject({ code: "bad-request" });
  });

  test("are searched by number, product, parcel and status, and what is typed stays words", async () => {
    const it = await atTicket([
      { lines: [line(1, { title: "Blå mössa", sku: "BM" })], financialStatus: "PENDING" },
      { ...{ fulfillmentStatus: "FULFILLED" }, tracking: { company: "DHL", number: "0037", url: "" } },
    ]);
    const [cap, sent] = it.bought.map(({ name }) => name);
    const found = async (search: string) => (await it.list(search)).orders.map(({ name }) => name);
    expect(await found(`q=${encodeURIComponent(cap ?? "")}`)).toEqual([cap]);
    expect(await found("q=MÖSS")).toEqual([cap]);
    expect(await found("q=bl%C3%A5+m%C3%B6ssa")).toEqual([cap]);
    expect(await found("q=0037")).toEqual([sent]);
    expect(await found("status=unpaid")).toEqual([cap]);
    expect(await found("status=sent&q=jacka")).toEqual([]);
    for (const typed of [
      '" OR name:"*',
      "a) OR (customer_id:1",
      "-customer_id:1",
      "\\",
      "email:other@example.se",
      "*",
    ])
      expect(await found(`q=${encodeURIComponent(typed)}`)).not.toContain(it.other.name);
  });

  test("of the mirror come by keyset along an index", async () => {
    const it = await atTicket([]);
    const at = (minute: number) => ({ processedAt: later(now(), -minute * 60_000) });
    const theirs = { shopifyCustomerId: it.buyer.id, email: it.buyer.email };
    for (let minute = 1; minute <= 5; minute++) await makeShopOrder(it.store, { ...theirs, ...at(minute) });
    await makeShopOrder(it.store, { shopifyCustomerId: "1" });
    const first = await listKnown(it.owner, { size: 3 });
    const second = await listKnown(it.owner, { size: 3, after: first.next });
    expect([first.orders.length, second.orders.length, second.next]).toEqual([3, 2, null]);
    expect(new Set([...first.orders, ...second.orders].map(({ row }) => row.id)).size).toBe(5);
    const [read] = (await statementsOf(() => listKnown(it.owner, { size: 3, after: first.next }))).filter(
      isWork,
    );
    if (!read) throw new Error("nothing was read");
    const client = new pg.Client({ connectionString: env.DATABASE_URL });
    await client.connect();
    await client.query("SET enable_seqscan = off");
    const plan = await planOf(client, read).finally(() => client.end());
    expect(plan).toMatch(/Index Scan[^\n]*ShopOrder_workspaceId_storeId_shopifyCustomerId_processedAt_idx/);
    expect(plan).toMatch(/Index Scan[^\n]*ShopOrder_workspaceId_storeId_email_processedAt_idx/);
    expect(plan).not.toContain("Seq Scan");
  });
});
