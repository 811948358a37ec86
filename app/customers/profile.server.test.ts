import { makeBuyer, makeShop, sandbox } from "../../tests/setup/sandbox.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { order } from "../../sandbox/shopify/small-world.ts";
import type { FailRule } from "../../sandbox/state.ts";
import {
  makeAgent,
  makeCustomer,
  makeMessage,
  makeShopifyCustomer,
  makeStore,
  makeTicket,
  makeWorkspace,
} from "../../tests/factories.ts";
import { signInStore } from "../../tests/shopify-session.ts";
import { db } from "../db.server.ts";
import { newId } from "../lib/id.ts";
import { readTicket } from "../tickets/thread.server.ts";
import { confirmIdentity } from "./confirm-identity.server.ts";
import { readCustomerCard } from "./profile.server.ts";

beforeEach(() => {
  sandbox.state.failures.length = 0;
});

const fail = (rule: Partial<FailRule>) =>
  sandbox.state.failures.push({ service: "shopify", match: "graphql", times: 9, ...rule });

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
    const card = await readCustomerCard(ticket);
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
    expect(await readCustomerCard(ticket)).toMatchObject({
      state: "found",
      customer: { email: buyer.email },
    });
  });

  test("is empty for somebody the shop doesn't know, and for a ticket without a customer", async () => {
    const { ticket, store, workspace } = await asked();
    const stranger = await makeCustomer(workspace, { email: `nobody-${newId()}@example.com` });
    expect(await readCustomerCard(await makeTicket(store, { customerId: stranger.id }))).toEqual({
      state: "none",
    });
    expect(await readCustomerCard(await makeTicket(store))).toEqual({ state: "none" });
    const { workspaceId } = ticket;
    await db.customer.updateMany({ where: { workspaceId }, data: { email: null } });
    expect(await readCustomerCard(ticket)).toEqual({ state: "none" });
  });

  test("asks the ticket's own store, not the customer's other one", async () => {
    const { workspace, customer, buyer } = await asked();
    const other = makeShop();
    await signInStore(other);
    const store = await makeStore(workspace, { shopDomain: other.domain });
    await makeShopifyCustomer(store, customer, "1");
    expect(await readCustomerCard(await makeTicket(store, { customerId: customer.id }))).toEqual({
      state: "none",
    });
    expect(buyer.email).toBe(customer.email);
  });

  test("of another workspace's ticket does not exist", async () => {
    const { ticket } = await asked();
    const stranger = await makeWorkspace();
    await expect(readCustomerCard({ workspaceId: stranger.id, id: ticket.id })).rejects.toMatchObject({
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
    expect(await readCustomerCard(ticket)).toEqual({ state: "problem", problem });
  });

  test("no budget left", async () => {
    const { ticket, shop } = await asked();
    const installation = sandbox.state.installations.get(shop.domain);
    if (!installation) throw new Error("not installed");
    installation.bucket = { available: -10_000, at: sandbox.state.now().getTime() };
    expect(await readCustomerCard(ticket)).toEqual({ state: "problem", problem: "throttled" });
  });

  test("no permission to see customers at all", async () => {
    const { ticket, shop } = await asked();
    shop.scopes = "read_products";
    expect(await readCustomerCard(ticket)).toEqual({ state: "problem", problem: "refused" });
  });

  test("protected fields withheld: the rest is shown, and that something is missing", async () => {
    const { ticket, shop, store, customer, buyer } = await asked();
    await makeShopifyCustomer(store, customer, buyer.id);
    const installation = sandbox.state.installations.get(shop.domain);
    if (!installation) throw new Error("not installed");
    installation.protectedData = false;
    const card = await readCustomerCard(ticket);
    expect(card).toMatchObject({ state: "found", withheld: true });
    if (card.state === "found")
      expect(card.customer).toMatchObject({ name: "", email: null, numberOfOrders: 6 });
  });

  test("the app was removed", async () => {
    const { ticket, shop } = await asked();
    await db.session.deleteMany({ where: { shop: shop.domain } });
    expect(await readCustomerCard(ticket)).toEqual({ state: "problem", problem: "uninstalled" });
  });

  test("ten seconds slow: the thread is read at once all the same, the card gives up after eight", async () => {
    const { ticket, workspace } = await asked();
    fail({ delayMs: 10_000 });
    const begun = performance.now();
    const card = readCustomerCard(ticket);
    const page = await readTicket(workspace, ticket, await makeAgent(workspace));
    expect(page.messages).toHaveLength(1);
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(await card).toEqual({ state: "problem", problem: "slow" });
    expect(performance.now() - begun).toBeLessThan(9_500);
  });
});

describe("a signed-in shopper's address", () => {
  async function claimed(fromAddress: string | null, shopifyId?: string) {
    const all = await asked();
    const message = await makeMessage(all.ticket, {
      channel: "form",
      fromAddress: fromAddress ?? all.buyer.email,
      shopifyId: shopifyId ?? all.buyer.id,
    });
    const ref = { workspaceId: all.workspace.id, messageId: message.id };
    const outcome = async () => ({
      identity: (await db.ticket.findFirstOrThrow({ where: { workspaceId: all.workspace.id } })).identity,
      links: await db.shopifyCustomer.count({ where: { workspaceId: all.workspace.id } }),
    });
    return { ...all, ref, outcome };
  }

  test("that is theirs at Shopify is confirmed, and remembered", async () => {
    const { ref, outcome } = await claimed(null);
    await confirmIdentity(ref);
    await confirmIdentity(ref);
    expect(await outcome()).toEqual({ identity: "verified", links: 1 });
  });

  test("that is somebody else's is a mismatch, and nothing is linked", async () => {
    const { ref, outcome } = await claimed("victim@example.com");
    await confirmIdentity(ref);
    expect(await outcome()).toEqual({ identity: "mismatch", links: 0 });
  });

  test("of a customer Shopify doesn't know stays a claim", async () => {
    const { ref, outcome } = await claimed(null, "1");
    await confirmIdentity(ref);
    expect(await outcome()).toEqual({ identity: "claimed", links: 0 });
  });

  test("waits for Shopify: the job is to be tried again", async () => {
    const { ref, outcome } = await claimed(null);
    fail({ status: 503 });
    await expect(confirmIdentity(ref)).rejects.toThrow();
    expect(await outcome()).toEqual({ identity: "claimed", links: 0 });
    sandbox.state.failures.length = 0;
    await confirmIdentity(ref);
    expect(await outcome()).toMatchObject({ identity: "verified" });
  });
});
