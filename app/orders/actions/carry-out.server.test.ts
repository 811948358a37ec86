import { atTicket, cancelling, refunding } from "../../../tests/at-order.ts";
import { expect, test } from "vitest";
import { db } from "../../db.server.ts";
import { newId } from "../../lib/id.ts";
import { changeSettings } from "../../settings/write.server.ts";
import { actingOn } from "./acting.server.ts";
import { carryOut, carryOutApproved, look } from "./carry-out.server.ts";
import { findIntent, finishIntent } from "./intent.server.ts";
import { readOrderState } from "./state.server.ts";

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

test("an order paid in yen is refunded in yen, and its end has lists read the order again", async () => {
  const presentment = { currency: "JPY", rate: 14.8 };
  const { bought, ask, wish, acting, intents, store } = await atTicket({ presentment });
  const asked = wish("refund", { ...refunding, amount: "1000" });
  const { preview } = await look(acting, bought.id, asked, false);
  expect(preview.sums.map(({ money }) => money.currencyCode)).toEqual(["JPY", "JPY"]);
  await ask(asked);
  expect(await intents()).toMatchObject([{ state: "done" }]);
  expect(bought.refunds).toMatchObject([{ amount: "67.57" }]);
  const [job] = await db.$queryRaw<{ data: object }[]>`
    SELECT data FROM pgboss.job WHERE name = 'refresh-order' AND data->>'storeId' = ${store.id}`;
  expect(job?.data).toMatchObject({ shopifyId: bought.id });
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
