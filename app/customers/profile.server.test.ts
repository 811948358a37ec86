import { makeBuyer, makeShop, sandbox } from "../../tests/setup/sandbox.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { order } from "../../sandbox/shopify/small-world.ts";
import type { FailRule } from "../../sandbox/state.ts";
import {
  makeAgent,
  makeCustomer,
  makeMessage,
  makeShopifyCustomer,
  makeShopOrder,
  makeStore,
  makeTicket,
  makeWorkspace,
} from "../../tests/factories.ts";
import { signInStore } from "../../tests/shopify-session.ts";
import { db } from "../db.server.ts";
import { later, MINUTE, now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { readTicket } from "../tickets/thread.server.ts";
import { readKnownCard } from "./profile.server.ts";
import { keepAnswer } from "./profile/keep.server.ts";
import { lookAtCustomer, refreshCustomer } from "./profile/refresh.server.ts";
import { freshCardOfTicket } from "./ticket-card.server.ts";

beforeEach(() => {
  sandbox.state.failures.length = 0;
});

const fail = (rule: Partial<FailRule>) =>
  sandbox.state.failures.push({ service: "shopify", match: "graphql", times: 9, ...rule });

const ask = (ticket: { workspaceId: string; id: string }) => freshCardOfTicket(ticket, { anew: true });

/** A buyer with six orders in a shop we may ask, and a ticket of theirs. */
async function asked() {
  const buyer = makeBuyer();
  const orders = [1, 2, 3, 4, 5, 6].map((n) => order(n, { customerId: buyer.id, email: buyer.email }));
  const shop = makeShop({ customers: [buyer], orders });
  await signInStore(shop);
  const workspace = await makeWorkspace();
  const store = await makeStore(workspace, { shopDomain: shop.domain });
  const customer = await makeCustomer(workspace, { email: buyer.email });
  const ticket = await makeTicket(store, { customerId: customer.id });
  await makeMessage(ticket);
  return { buyer, shop, workspace, store, customer, ticket };
}

describe("the card", () => {
  test("shows lifetime value, number of orders and the latest five, found by address", async () => {
    const { ticket, buyer, shop } = await asked();
    const card = await ask(ticket);
    if (card.state !== "found") throw new Error(card.state);
    const { customer } = card;
    expect(card.withheld).toBe(false);
    expect(customer).toMatchObject({ name: "Ebba Lindqvist", email: buyer.email, numberOfOrders: 6 });
    expect(customer.spent?.currencyCode).toBe("SEK");
    expect(customer.orders.map(({ name }) => name)).toEqual(["#1001", "#1002", "#1003", "#1004", "#1005"]);
    expect(customer.orders[0]).toMatchObject({ paid: "PAID", fulfilled: "UNFULFILLED", cancelled: false });
    const admin = `https://admin.shopify.com/store/${shop.domain.replace(".myshopify.com", "")}`;
    expect(customer.adminUrl).toBe(`${admin}/customers/${buyer.id}`);
    expect(customer.orders[0]?.adminUrl).toMatch(new RegExp(`^${admin}/orders/\\d+$`));
  });

  test("is found by the proven link, whatever address they write from", async () => {
    const { ticket, buyer, store, customer } = await asked();
    await makeShopifyCustomer(store, customer, buyer.id);
    await db.customer.update({
      where: { workspaceId_id: { workspaceId: ticket.workspaceId, id: customer.id } },
      data: { email: "other@example.com" },
    });
    expect(await ask(ticket)).toMatchObject({
      state: "found",
      customer: { email: buyer.email },
    });
  });

  test("is empty for somebody the shop doesn't know, and for a ticket without a customer", async () => {
    const { ticket, store, workspace } = await asked();
    const stranger = await makeCustomer(workspace, { email: `nobody-${newId()}@example.com` });
    expect(await ask(await makeTicket(store, { customerId: stranger.id }))).toMatchObject({
      state: "none",
    });
    expect(await ask(await makeTicket(store))).toEqual({ state: "nobody" });
    const { workspaceId } = ticket;
    await db.customer.updateMany({ where: { workspaceId }, data: { email: null } });
    expect(await ask(ticket)).toEqual({ state: "nobody" });
  });

  test("asks the ticket's own store, not the customer's other one", async () => {
    const { workspace, customer, buyer } = await asked();
    const other = makeShop();
    await signInStore(other);
    const store = await makeStore(workspace, { shopDomain: other.domain });
    await makeShopifyCustomer(store, customer, "1");
    expect(await ask(await makeTicket(store, { customerId: customer.id }))).toMatchObject({
      state: "none",
    });
    expect(buyer.email).toBe(customer.email);
  });

  test("of another workspace's ticket does not exist", async () => {
    const { ticket } = await asked();
    const stranger = await makeWorkspace();
    await expect(ask({ workspaceId: stranger.id, id: ticket.id })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("when Shopify has trouble, the card says so", () => {
  test.each([
    ["down", { status: 503 }],
    ["down", { drop: true }],
    ["throttled", { status: 429 }],
    ["refused", { status: 403 }],
  ])("%s: %j", async (problem, rule) => {
    const { ticket } = await asked();
    fail(rule);
    expect(await ask(ticket)).toEqual({ state: "unread", problem, orders: [] });
  });

  test("no budget left", async () => {
    const { ticket, shop } = await asked();
    const installation = sandbox.state.installations.get(shop.domain);
    if (!installation) throw new Error("not installed");
    installation.bucket = { available: -10_000, at: sandbox.state.now().getTime() };
    expect(await ask(ticket)).toEqual({ state: "unread", problem: "throttled", orders: [] });
  });

  test("no permission to see customers at all", async () => {
    const { ticket, shop } = await asked();
    shop.scopes = "read_products";
    expect(await ask(ticket)).toEqual({ state: "unread", problem: "refused", orders: [] });
  });

  test("protected fields withheld: the rest is shown, and that something is missing", async () => {
    const { ticket, shop, store, customer, buyer } = await asked();
    await makeShopifyCustomer(store, customer, buyer.id);
    const installation = sandbox.state.installations.get(shop.domain);
    if (!installation) throw new Error("not installed");
    installation.protectedData = false;
    // An address can't be null: what it stands in goes with it.
    buyer.address = {
      address1: "Storgatan 1",
      zip: "111 22",
      city: "Stockholm",
      countryCode: "SE",
      country: "Sweden",
    };
    const card = await ask(ticket);
    expect(card).toMatchObject({ state: "found", withheld: true });
    if (card.state === "found")
      expect(card.customer).toMatchObject({ name: "", email: null, numberOfOrders: 6 });
  });

  test("the app was removed", async () => {
    const { ticket, shop } = await asked();
    await db.session.deleteMany({ where: { shop: shop.domain } });
    expect(await ask(ticket)).toEqual({ state: "unread", problem: "uninstalled", orders: [] });
  });

  test("ten seconds slow: the thread is read at once all the same, the card gives up after eight", async () => {
    const { ticket, workspace } = await asked();
    fail({ delayMs: 10_000 });
    const begun = performance.now();
    const card = ask(ticket);
    const page = await readTicket(workspace, ticket, await makeAgent(workspace));
    expect(page.messages).toHaveLength(1);
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(await card).toEqual({ state: "unread", problem: "slow", orders: [] });
    expect(performance.now() - begun).toBeLessThan(9_500);
  });
});

describe("the kept copy", () => {
  const calls = ({ domain }: { domain: string }) =>
    sandbox.state.calls.filter(({ service, shop }) => service === "shopify" && shop === domain).length;

  test("is shown at once, and asked for again only after a minute, or when somebody wants to know", async () => {
    const { ticket, customer, store, shop, workspace } = await asked();
    const ref = { workspaceId: workspace.id, id: customer.id };
    expect(await readKnownCard(ref, store.id)).toEqual({ state: "unread", problem: null, orders: [] });
    const card = await freshCardOfTicket(ticket, { anew: false });
    const before = calls(shop);
    expect(await readKnownCard(ref, store.id)).toEqual(card);
    expect(await freshCardOfTicket(ticket, { anew: false })).toEqual(card);
    expect(calls(shop)).toBe(before);
    await ask(ticket);
    expect(calls(shop)).toBe(before + 1);
  });

  test("stands in while Shopify is away, and says since when it is", async () => {
    const { ticket, shop } = await asked();
    const card = await ask(ticket);
    fail({ status: 503, times: 1 });
    expect(await ask(ticket)).toEqual({ ...card, problem: "down" });
    await db.session.deleteMany({ where: { shop: shop.domain } });
    expect(await ask(ticket)).toEqual({ ...card, problem: "uninstalled" });
  });

  test("is nobody's who is not the workspace's, and is not written for somebody who was erased meanwhile", async () => {
    const { customer, store, workspace } = await asked();
    const stranger = await makeWorkspace();
    const elsewhere = { workspaceId: stranger.id, id: customer.id };
    await expect(readKnownCard(elsewhere, store.id)).rejects.toMatchObject({ code: "not-found" });
    const place = { workspaceId: workspace.id, storeId: store.id, customerId: newId() };
    expect(await keepAnswer(db, place, { data: null, withheld: false }, now())).toBe(false);
  });

  test("that was asked for earlier does not overwrite what was asked for later", async () => {
    const { ticket, customer, store, workspace } = await asked();
    const place = { workspaceId: workspace.id, storeId: store.id, customerId: customer.id };
    const card = await ask(ticket);
    expect(await keepAnswer(db, place, { data: null, withheld: false }, later(now(), -MINUTE))).toBe(false);
    expect(await readKnownCard({ workspaceId: workspace.id, id: customer.id }, store.id)).toEqual(card);
  });

  test("without one, the orders of the mirror stand in", async () => {
    const { customer, store, workspace, buyer } = await asked();
    await makeShopOrder(store, { name: "#9", email: buyer.email });
    await makeShopOrder(store, { name: "#8", email: "somebody@example.com" });
    const card = await readKnownCard({ workspaceId: workspace.id, id: customer.id }, store.id);
    expect(card).toMatchObject({ state: "unread", orders: [{ name: "#9" }] });
  });
});

describe("Shopify says that somebody changed", () => {
  const webhook = async (store: { workspaceId: string; id: string }, shopifyId: string) => {
    const place = { workspaceId: store.workspaceId, storeId: store.id };
    await db.$transaction((tx) => lookAtCustomer(tx, place, shopifyId));
    await refreshCustomer({ ...place, shopifyId });
  };

  test("the copies of those who were looked at are read anew; of others nothing is kept", async () => {
    const { ticket, store, workspace, customer, buyer } = await asked();
    const ref = { workspaceId: workspace.id, id: customer.id };
    await webhook(store, buyer.id);
    expect(await readKnownCard(ref, store.id)).toMatchObject({ state: "unread" });
    await ask(ticket);
    buyer.note = "Ring först";
    await webhook(store, buyer.id);
    expect(await readKnownCard(ref, store.id)).toMatchObject({ customer: { note: "Ring först" } });
  });

  test("somebody who was not in the store is found once they are", async () => {
    const { store, workspace, shop } = await asked();
    const late = makeBuyer();
    const customer = await makeCustomer(workspace, { email: late.email ?? "" });
    const ticket = await makeTicket(store, { customerId: customer.id });
    expect(await ask(ticket)).toMatchObject({ state: "none" });
    shop.customers.push(late);
    await refreshCustomer({ workspaceId: workspace.id, storeId: store.id, shopifyId: late.id });
    const ref = { workspaceId: workspace.id, id: customer.id };
    expect(await readKnownCard(ref, store.id)).toMatchObject({
      state: "found",
      customer: { email: late.email },
    });
  });
});
