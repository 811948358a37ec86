// Two customers become one and two again, to the last row.
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { dumpRows } from "../../../tests/dump.ts";
import {
  makeAgent,
  makeConversation,
  makeCustomer,
  makeMessage,
  makeShopifyCustomer,
  makeShopOrder,
  makeTicket,
  unique,
} from "../../../tests/factories.ts";
import { db } from "../../db.server.ts";
import { now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { indexCustomer } from "../../tickets/search/index-customer.server.ts";
import { addContact, readAddressBook, removeContact, restoreContact } from "../address-book.server.ts";
import { customerAt } from "../contacts.server.ts";
import { findCustomers, whoIsCustomer } from "../find-customers.server.ts";
import { findCustomer } from "../find.server.ts";
import { suggestSame } from "./candidates.server.ts";
import { mergeCustomers } from "./merge.server.ts";
import { listMerges } from "./side.server.ts";
import { undoCustomerMerge } from "./unmerge.server.ts";

async function twoOfOne() {
  const all = await makeConversation();
  const { workspace, store, agent, customer } = all;
  const other = await makeCustomer(workspace, { name: `Nisse ${unique()}`, locale: "sv" });
  await makeShopifyCustomer(store, other);
  const theirs = await makeTicket(store, { customerId: other.id });
  await makeMessage(theirs, { fromAddress: other.email });
  const by = { kind: "agent", id: agent.id } as const;
  const merge = (keepOthersName = false) =>
    mergeCustomers(workspace, { from: other.id, into: customer.id, keepOthersName }, { by });
  const undo = (mergeId: string) => undoCustomerMerge(workspace, mergeId, { by });
  const ref = (id: string) => ({ workspaceId: workspace.id, id });
  const whose = async (ticket: { id: string }) =>
    (await db.ticket.findUniqueOrThrow({ where: { workspaceId_id: ref(ticket.id) } })).customerId;
  return { ...all, other, theirs, by, merge, undo, ref, whose };
}

/** Without what a merge leaves behind. */
const rowsOf = async (workspaceId: string) =>
  (await dumpRows([workspaceId])).filter((row) => !/^public\."(Event|CustomerMerge)"|^pgboss/.test(row));

test("merged and undone, both customers are as they were, to the last row", async () => {
  const { workspace, agent, customer, other, theirs, merge, undo, ref, whose } = await twoOfOne();
  const query = `customer=${other.id}`;
  await db.savedView.create({
    data: { workspaceId: workspace.id, id: other.id, agentId: agent.id, name: "Nisse", query },
  });
  const before = await rowsOf(workspace.id);
  const { mergeId } = await merge(true);
  expect(await whose(theirs)).toBe(customer.id);
  expect((await findCustomer(workspace, other.id)).id).toBe(customer.id);
  expect(await whoIsCustomer(workspace, other.id)).toEqual({ id: customer.id, name: other.name });
  expect(await findCustomers(workspace, other.name)).toMatchObject([{ id: customer.id }]);
  expect(await findCustomers(workspace, `\0${other.name}`)).toMatchObject([{ id: customer.id }]);
  expect((await readAddressBook(ref(customer.id))).map(({ value }) => value)).toEqual([
    customer.email,
    other.email,
  ]);
  expect(await db.savedView.findFirst({ where: { workspaceId: workspace.id } })).toMatchObject({
    query: `customer=${customer.id}`,
  });
  expect(await listMerges(ref(customer.id))).toMatchObject([{ id: mergeId, byName: agent.name }]);
  await undo(mergeId);
  await undo(mergeId);
  expect(await rowsOf(workspace.id)).toEqual(before);
});

test("what came since from an address that goes back goes with it, all else stays", async () => {
  const { workspace, store, customer, other, merge, undo, whose, by, ref } = await twoOfOne();
  const { mergeId } = await merge();
  const since = async (fromAddress: string | null) => {
    const ticket = await makeTicket(store, { customerId: customer.id });
    await makeMessage(ticket, { fromAddress });
    return ticket;
  };
  const [theirs, ours] = [await since(other.email), await since(customer.email)];
  await addContact(ref(customer.id), "ny@example.com", { by });
  await undo(mergeId);
  expect([await whose(theirs), await whose(ours)]).toEqual([other.id, customer.id]);
  expect(await db.$transaction((tx) => customerAt(tx, workspace.id, "ny@example.com"))).toBe(customer.id);
});

test("what contradicts it is refused: itself, twice, merged on since, another workspace's", async () => {
  const { workspace, customer, other, merge, undo, by } = await twoOfOne();
  const third = await makeCustomer(workspace);
  const into = (from: string, into: string) =>
    mergeCustomers(workspace, { from, into, keepOthersName: false }, { by });
  await expect(into(other.id, other.id)).rejects.toMatchObject({ detail: { reason: "itself" } });
  const both = await Promise.allSettled([merge(), into(customer.id, other.id)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const [done] = await db.customerMerge.findMany({ where: { workspaceId: workspace.id } });
  const further = await into(done?.intoId ?? "", third.id);
  await expect(undo(done?.id ?? "")).rejects.toMatchObject({ detail: { reason: "merged-further" } });
  await undo(further.mergeId);
  await undo(done?.id ?? "");
  const elsewhere = await makeConversation();
  await expect(into(elsewhere.customer.id, customer.id)).rejects.toMatchObject({ code: "not-found" });
  await expect(undoCustomerMerge(elsewhere.workspace, done?.id, { by })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("a mail that comes while its sender is merged belongs to who is left", async () => {
  const { workspace, customer, other, theirs, merge } = await twoOfOne();
  let merging: Promise<unknown> = Promise.resolve();
  const message = await db.$transaction(async (tx) => {
    const customerId = await customerAt(tx, workspace.id, other.email);
    merging = merge();
    await wait(100);
    return tx.message.create({
      data: {
        ...{ workspaceId: workspace.id, id: newId(), ticketId: theirs.id, kind: "inbound", channel: "email" },
        ...{ text: "Hej igen", customerId, createdAt: now() },
      },
    });
  });
  await merging;
  const kept = await db.message.findFirst({ where: { workspaceId: workspace.id, id: message.id } });
  expect(kept?.customerId).toBe(customer.id);
  expect(await db.$transaction((tx) => customerAt(tx, workspace.id, other.email))).toBe(customer.id);
});

test("somebody's order with the other's address, or telephone number, suggests them; a name alone does not", async () => {
  const { store, customer, other, ref, workspace } = await twoOfOne();
  await makeCustomer(workspace, { name: customer.name });
  expect(await suggestSame(ref(customer.id))).toEqual([]);
  await makeShopOrder(store, { email: customer.email, phone: "+46701234567" });
  await makeShopOrder(store, { email: other.email, phone: "+46701234567", name: "#2" });
  expect(await suggestSame(ref(customer.id))).toMatchObject([{ id: other.id, reasons: ["phone"] }]);
  const link = await db.shopifyCustomer.findFirst({ where: { workspaceId: workspace.id } });
  await makeShopOrder(store, {
    email: customer.email,
    shopifyCustomerId: link?.shopifyId ?? "",
    name: "#3",
  });
  const [found] = await suggestSame(ref(customer.id));
  expect(found?.reasons.toSorted()).toEqual(["order", "phone"]);
});

test("an address is added by an agent, found by, taken off and given back; another's is not to be had", async () => {
  const { workspace, customer, other, by, ref, ticket } = await twoOfOne();
  const me = ref(customer.id);
  const tove = await makeAgent(workspace, { name: "Tove" });
  await addContact(me, " Eget@Example.COM ", { by: { kind: "agent", id: tove.id } });
  expect(await readAddressBook(me)).toContainEqual({
    ...{ kind: "email", value: "eget@example.com", proof: null, addedBy: "Tove", main: false },
  });
  await indexCustomer({ workspaceId: workspace.id, customerId: customer.id });
  const [{ found } = { found: false }] = await db.$queryRaw<{ found: boolean }[]>`
    SELECT words @@ to_tsquery('simple', 'eget:*') AS found FROM "SearchDocument"
    WHERE "workspaceId" = ${workspace.id}::uuid AND "ticketId" = ${ticket.id}::uuid`;
  expect(found).toBe(true);
  const at = () => db.$transaction((tx) => customerAt(tx, workspace.id, "eget@example.com"));
  expect(await at()).toBe(customer.id);
  await removeContact(me, "eget@example.com", { by });
  expect(await at()).toBeNull();
  await restoreContact(me, "eget@example.com", { by });
  expect(await at()).toBe(customer.id);
  await expect(addContact(me, other.email ?? "", { by })).rejects.toMatchObject({
    code: "taken",
    detail: { customer: { id: other.id } },
  });
  await expect(removeContact(me, customer.email ?? "", { by })).rejects.toMatchObject({ code: "invalid" });
  await removeContact(me, "eget@example.com", { by });
  await addContact(ref(other.id), "eget@example.com", { by });
  await expect(restoreContact(me, "eget@example.com", { by })).rejects.toMatchObject({ code: "taken" });
});
