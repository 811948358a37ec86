import { makeShop, sandbox } from "../../tests/setup/sandbox.ts";
import { describe, expect, test } from "vitest";
import { ask, asked, fail } from "../../tests/asked-customer.ts";
import {
  makeAgent,
  makeCustomer,
  makeShopifyCustomer,
  makeStore,
  makeTicket,
  makeWorkspace,
} from "../../tests/factories.ts";
import { signInStore } from "../../tests/shopify-session.ts";
import { db } from "../db.server.ts";
import { newId } from "../lib/id.ts";
import { readTicket } from "../tickets/thread.server.ts";

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

  test("is found by a second address, then by telephone, but by nothing that was taken off them", async () => {
    const { ticket, buyer, customer } = await asked();
    const { workspaceId } = ticket;
    const writeFrom = (email: string) =>
      db.customer.updateMany({ where: { workspaceId, id: customer.id }, data: { email } });
    const give = (kind: string, value: string) =>
      db.contactPoint.create({ data: { workspaceId, kind, value, customerId: customer.id } });
    const found = { state: "found", customer: { email: buyer.email } };
    await db.contactPoint.deleteMany({ where: { workspaceId } });
    await writeFrom(`other-${newId()}@example.com`);
    expect(await ask(ticket)).toMatchObject({ state: "none" });
    const second = await give("email", buyer.email ?? "");
    expect(await ask(ticket)).toMatchObject(found);
    await db.contactPoint.updateMany({
      where: { workspaceId, value: second.value },
      data: { removedAt: new Date() },
    });
    expect(await ask(ticket)).toMatchObject({ state: "none" });
    buyer.phone = "+46 70 987 65 43";
    await give("phone", "+46709876543");
    expect(await ask(ticket)).toMatchObject(found);
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
    await db.contactPoint.deleteMany({ where: { workspaceId } });
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
