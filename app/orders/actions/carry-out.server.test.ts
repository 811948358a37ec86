import { callsWith, makeBuyer, makeShop, makeStaff, sandbox } from "../../../tests/setup/sandbox.ts";
import { beforeEach, expect, test } from "vitest";
import { order } from "../../../sandbox/shopify/small-world.ts";
import type { Order, Staff } from "../../../sandbox/world/types.ts";
import {
  makeAgent,
  makeCustomer,
  makeShopifyCustomer,
  makeStaffAccount,
  makeStore,
  makeTicket,
  makeWorkspace,
} from "../../../tests/factories.ts";
import { signInStaff, signInStore } from "../../../tests/shopify-session.ts";
import { db } from "../../db.server.ts";
import { newId } from "../../lib/id.ts";
import { changeSettings } from "../../settings/write.server.ts";
import { actingOn } from "./acting.server.ts";
import { wishes, type ActionKind, type AnyWish } from "./action.ts";
import { carryOut, carryOutApproved, look } from "./carry-out.server.ts";
import { findIntent, finishIntent } from "./intent.server.ts";
import { settleIntent } from "./settle.server.ts";
import { readOrderState } from "./state.server.ts";

const SCOPES =
  "read_customers,write_customers,read_orders,write_orders,read_order_edits,write_order_edits,read_products,read_all_orders";

beforeEach(() => {
  sandbox.state.failures.length = 0;
  sandbox.state.jobsTakeMs = 10;
});

let given = 0;

/** An agent at a ticket of somebody who ordered two jackets for 1,048. */
async function atTicket(over: Partial<Order> = {}, lacks?: Staff["lacks"]) {
  const buyer = makeBuyer();
  given += 10;
  const bought = order(given, { customerId: buyer.id, email: buyer.email, ...over });
  const other = order(given + 1, { customerId: "1", email: "other@example.se" });
  const staff = makeStaff(lacks ? { lacks } : {});
  const boss = makeStaff({ firstName: "Berit" });
  const shop = makeShop({
    customers: [buyer],
    orders: [bought, other],
    staff: [staff, boss],
    scopes: SCOPES,
    products: [
      {
        ...{ id: "31", handle: "mossa", title: "Mössa", description: "", vendor: "Björk" },
        variants: [{ id: "41", title: "Default Title", sku: "MO", price: "199.00" }],
      },
    ],
  });
  await signInStore(shop);
  for (const one of [staff, boss]) await signInStaff(shop, one);
  const workspace = await makeWorkspace();
  const store = await makeStore(workspace, { shopDomain: shop.domain, currency: "SEK" });
  const agent = await makeAgent(workspace, { role: "support" });
  const approver = await makeAgent(workspace, { role: "manager" });
  await makeStaffAccount(store, agent, staff.id);
  await makeStaffAccount(store, approver, boss.id);
  const customer = await makeCustomer(workspace, { email: buyer.email });
  await makeShopifyCustomer(store, customer, buyer.id);
  const ticket = await makeTicket(store, { customerId: customer.id });
  const acting = await actingOn(ticket, agent);
  const version = () => bought.updatedAt ?? bought.cancelledAt ?? bought.createdAt;
  const wish = <K extends ActionKind>(kind: K, fields: object) =>
    ({ kind, wish: wishes[kind].parse(fields) }) as AnyWish;
  const ask = (
    asked: AnyWish,
    more: { intentId?: string; approverId?: string; orderId?: string; version?: string } = {},
  ) =>
    carryOut(acting, {
      ...{ intentId: newId(), orderId: bought.id, version: version(), approverId: null, mayApprove: false },
      ...{ asked, ...more },
    });
  const intents = () =>
    db.orderIntent.findMany({ where: { workspaceId: workspace.id }, orderBy: { createdAt: "asc" } });
  const events = async () =>
    (
      await db.event.findMany({
        where: { workspaceId: workspace.id, ticketId: ticket.id },
        orderBy: { createdAt: "asc" },
      })
    ).map(({ type }) => type);
  const mails = () =>
    sandbox.state.mail.sent.filter(({ to }) => to[0]?.email === buyer.email).map(({ subject }) => subject);
  const calls = (name: string) => callsWith(shop.domain, `mutation ${name}`);
  return {
    bought,
    other,
    shop,
    store,
    staff,
    workspace,
    agent,
    approver,
    ticket,
    acting,
    wish,
    ask,
    intents,
    events,
    mails,
    calls,
  };
}

const cancelling = { reason: "CUSTOMER", restock: true, refund: true, notify: true, note: "" };
const refunding = {
  how: "amount",
  lines: [],
  shipping: false,
  amount: "100.00",
  notify: true,
  note: "Sen leverans",
};

test("an order is cancelled and refunded, told of at Shopify, in the thread and on the order", async () => {
  const { bought, ask, wish, intents, events, mails, ticket } = await atTicket();
  await ask(wish("cancel", cancelling));
  expect(await intents()).toMatchObject([{ state: "done", amount: "1048.0", currency: "SEK" }]);
  expect(bought).toMatchObject({ financialStatus: "REFUNDED", cancelReason: "CUSTOMER" });
  expect(bought.note).toContain(`-${ticket.number} av`);
  expect(await events()).toContain("order-action-done");
  expect(mails()).toEqual([`Order ${bought.name} har avbrutits`]);
});

test("the same click twice, and two agents at once, cancel once", async () => {
  const { ask, wish, intents, calls } = await atTicket();
  const intentId = newId();
  const asked = wish("cancel", cancelling);
  const tries = [ask(asked, { intentId }), ask(asked, { intentId }), ask(asked), ask(asked)];
  const ends = await Promise.allSettled(tries);
  expect(ends.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
  await ask(asked, { intentId });
  expect(calls("OrderCancel")).toHaveLength(1);
  const done = (await intents()).filter(({ state }) => state === "done");
  expect(done).toHaveLength(1);
});

test("an order that changed since it was looked at is left as it is", async () => {
  const { bought, ask, wish, intents, calls } = await atTicket();
  await ask(wish("refund", refunding), { version: "2026-01-01T00:00:00Z" });
  expect(await intents()).toMatchObject([{ state: "failed", reason: "changed" }]);
  expect(bought.refunds).toBeUndefined();
  expect(calls("RefundCreate")).toEqual([]);
});

test("another customer's order, an unknown one and a mismatched customer's are refused", async () => {
  const { other, ask, wish, acting, bought } = await atTicket();
  const asked = wish("cancel", cancelling);
  await expect(ask(asked, { orderId: other.id })).rejects.toMatchObject({ code: "not-found" });
  await expect(ask(asked, { orderId: "9" })).rejects.toMatchObject({ code: "not-found" });
  const mismatched = { ...acting, identity: "mismatch" as const };
  const wanted = { intentId: newId(), orderId: bought.id, version: bought.createdAt, approverId: null };
  await expect(carryOut(mismatched, { ...wanted, asked, mayApprove: false })).rejects.toMatchObject({
    code: "identity-unconfirmed",
  });
});

test("what Shopify refuses is a failure in its own words, though it answers 200", async () => {
  const { ask, wish, intents, events } = await atTicket({ pendingAuthorization: true });
  await ask(wish("cancel", cancelling));
  const [intent] = await intents();
  expect(intent).toMatchObject({ state: "failed", reason: "refused" });
  expect(intent?.said).toContain("pending payment");
  expect(await events()).toContain("order-action-failed");
});

test("items are changed and added, by what Shopify calculates", async () => {
  const { bought, ask, wish, acting, intents } = await atTicket();
  const [line] = bought.lines;
  const asked = wish("edit", {
    changes: [{ lineId: line?.id, quantity: 1, restock: true }],
    added: [{ variantId: "41", quantity: 2 }],
    notify: false,
    note: "",
  });
  const { preview } = await look(acting, bought.id, asked, false);
  expect(preview.sums).toMatchObject([
    { what: "total", money: { amount: "946.5" } },
    { what: "owed", money: { amount: "-101.5" } },
  ]);
  expect(bought.lines).toHaveLength(1);
  await ask(asked);
  expect(await intents()).toMatchObject([{ state: "done" }]);
  expect(bought.lines.map(({ quantity, removed }) => quantity - (removed ?? 0))).toEqual([1, 2]);
});

test("throttling is waited out, and the refund made once", async () => {
  const { shop, bought, ask, wish, calls } = await atTicket();
  const bucket = sandbox.state.installations.get(shop.domain)?.bucket;
  sandbox.state.failures.push({ service: "shopify", match: "refundCreate", times: 1, status: 429 });
  await ask(wish("refund", refunding));
  expect(bucket).toBeDefined();
  expect(bought.refunds).toMatchObject([{ amount: "100.0" }]);
  const keys = calls("RefundCreate").map(
    ({ body }) => (body as { variables: { key: string } }).variables.key,
  );
  expect(new Set(keys).size).toBe(1);
});

test("a refund whose answer was lost is asked for again under the same key", async () => {
  const { bought, ask, wish, intents, calls } = await atTicket();
  sandbox.state.failures.push({ service: "shopify", match: "refundCreate", times: 1, status: 502 });
  await ask(wish("refund", refunding));
  expect(calls("RefundCreate")).toHaveLength(2);
  expect(bought.refunds).toHaveLength(1);
  expect(await intents()).toMatchObject([{ state: "done" }]);
});

test("an address change without an answer is unknown until the order was read, and blocks the next", async () => {
  const { bought, ask, wish, intents, workspace, calls } = await atTicket();
  const address = {
    lastName: "Ek",
    firstName: "Ebba",
    address1: "Nygatan 2",
    zip: "223 50",
    city: "Lund",
    countryCode: "SE",
  };
  sandbox.state.failures.push({ service: "shopify", match: "mutation OrderAddress", times: 1, status: 504 });
  await ask(wish("address", address));
  const [intent] = await intents();
  expect(intent).toMatchObject({ state: "unknown" });
  await expect(ask(wish("address", address))).rejects.toMatchObject({ code: "order-busy" });
  expect(calls("OrderAddress")).toHaveLength(1);
  const ref = { workspaceId: workspace.id, intentId: intent?.id ?? "" };
  await settleIntent(ref);
  expect((await intents())[0]).toMatchObject({ state: "unknown" });
  bought.shippingAddress = { ...address, country: "Sweden", address2: null, company: null, phone: null };
  await settleIntent(ref);
  expect((await intents())[0]).toMatchObject({ state: "done" });
});

test("what is not there a minute later did not get through", async () => {
  const { ask, wish, intents, workspace } = await atTicket({ financialStatus: "PENDING" });
  sandbox.state.failures.push({ service: "shopify", match: "OrderInvoiceSend", times: 1, status: 504 });
  await ask(wish("resend", { message: "" }));
  const [intent] = await intents();
  const where = { workspaceId_id: { workspaceId: workspace.id, id: intent?.id ?? "" } };
  await db.orderIntent.update({ where, data: { attemptedAt: new Date(Date.now() - 120_000) } });
  await settleIntent({ workspaceId: workspace.id, intentId: intent?.id ?? "" });
  expect((await intents())[0]).toMatchObject({ state: "failed", reason: "unclear" });
});

test("a worker sees to a cancellation that takes longer than anybody waits", async () => {
  const { ask, wish, intents, workspace } = await atTicket();
  sandbox.state.jobsTakeMs = 3_600;
  const going = ask(wish("cancel", cancelling));
  await going;
  const [intent] = await intents();
  expect(intent).toMatchObject({ state: "running" });
  sandbox.state.jobsTakeMs = 10;
  await expect
    .poll(
      async () => {
        await settleIntent({ workspaceId: workspace.id, intentId: intent?.id ?? "" });
        return (await intents())[0]?.state;
      },
      { timeout: 4_000, interval: 300 },
    )
    .toBe("done");
});

test("over the owner's limit a colleague is asked, and does it with their own rights", async () => {
  const { ask, wish, store, workspace, approver, ticket, intents, bought, calls, events } = await atTicket();
  const by = { kind: "agent", id: approver.id } as const;
  await changeSettings(workspace, store.id, { orderActions: { approvalOver: "99.5" } }, { by });
  const asked = wish("refund", refunding);
  await expect(ask(asked)).rejects.toMatchObject({ code: "approval-needed", detail: { limit: "99.5" } });
  await ask(asked, { approverId: approver.id });
  const [waiting] = await intents();
  expect(waiting).toMatchObject({ state: "waiting", approverId: approver.id });
  expect(bought.refunds).toBeUndefined();
  const intent = await findIntent(workspace, waiting?.id ?? "");
  if (!intent) throw new Error("no intent");
  await carryOutApproved(await actingOn(ticket, approver), intent);
  await carryOutApproved(await actingOn(ticket, approver), intent);
  expect(await intents()).toMatchObject([{ state: "done", decidedById: approver.id }]);
  expect(calls("RefundCreate")).toHaveLength(1);
  expect(await events()).toEqual(["order-action-asked", "order-action-done"]);
  await finishIntent(intent, { state: "declined" }, by);
  expect(await intents()).toMatchObject([{ state: "done" }]);
});

test("without the right at Shopify nothing can be done, and it is said who could", async () => {
  const { acting, bought, approver, ask, wish, intents } = await atTicket({}, [
    "edit_orders",
    "refund_orders",
  ]);
  const { can, whoCan } = await readOrderState(acting, bought.id);
  expect(can.edit).toEqual({ why: "notAllowed" });
  expect(can.cancel).toBeNull();
  expect(whoCan).toEqual([approver.name]);
  await ask(wish("cancel", cancelling));
  expect(await intents()).toMatchObject([{ state: "failed", reason: "denied" }]);
});

test("who has not opened the app at this store is told so", async () => {
  const { acting, bought, staff, shop } = await atTicket();
  await db.session.deleteMany({ where: { id: `${shop.domain}_${staff.id}` } });
  await expect(readOrderState(acting, bought.id)).rejects.toMatchObject({
    code: "shopify-failed",
    detail: { problem: "signed-out" },
  });
});
