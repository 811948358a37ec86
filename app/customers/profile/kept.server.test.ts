import { makeBuyer, sandbox } from "../../../tests/setup/sandbox.ts";
import { describe, expect, test } from "vitest";
import { ask, asked, fail } from "../../../tests/asked-customer.ts";
import { makeCustomer, makeShopOrder, makeTicket, makeWorkspace } from "../../../tests/factories.ts";
import { db } from "../../db.server.ts";
import { later, MINUTE, now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { readKnownCard } from "../profile.server.ts";
import { freshCardOfTicket } from "../ticket-card.server.ts";
import { keepAnswer } from "./keep.server.ts";
import { lookAtCustomer, refreshCustomer } from "./refresh.server.ts";

const knownCard = async (...asked: Parameters<typeof readKnownCard>) => (await readKnownCard(...asked)).card;

describe("the kept copy", () => {
  const calls = ({ domain }: { domain: string }) =>
    sandbox.state.calls.filter(({ service, shop }) => service === "shopify" && shop === domain).length;

  test("is shown at once, and asked for again only after a minute, or when somebody wants to know", async () => {
    const { ticket, customer, store, shop, workspace } = await asked();
    const ref = { workspaceId: workspace.id, id: customer.id };
    expect(await knownCard(ref, store.id)).toEqual({ state: "unread", problem: null, orders: [] });
    const card = await freshCardOfTicket(ticket, { anew: false });
    const before = calls(shop);
    expect(await knownCard(ref, store.id)).toEqual(card);
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
    expect(await knownCard({ workspaceId: workspace.id, id: customer.id }, store.id)).toEqual(card);
  });

  test("without one, the orders of the mirror stand in", async () => {
    const { customer, store, workspace, buyer } = await asked();
    await makeShopOrder(store, { name: "#9", email: buyer.email });
    await makeShopOrder(store, { name: "#8", email: "somebody@example.com" });
    const card = await knownCard({ workspaceId: workspace.id, id: customer.id }, store.id);
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
    expect(await knownCard(ref, store.id)).toMatchObject({ state: "unread" });
    await ask(ticket);
    buyer.note = "Ring först";
    await webhook(store, buyer.id);
    expect(await knownCard(ref, store.id)).toMatchObject({ customer: { note: "Ring först" } });
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
    expect(await knownCard(ref, store.id)).toMatchObject({
      state: "found",
      customer: { email: late.email },
    });
  });
});
