import { sandbox } from "../../../tests/setup/sandbox.ts";
import { describe, expect, test } from "vitest";
import { atTicket } from "../../../tests/at-order.ts";
import type { Staff } from "../../../sandbox/world/types.ts";
import { db } from "../../db.server.ts";
import { askById } from "../profile/ask.server.ts";
import { keepAnswer } from "../profile/keep.server.ts";
import { customerInStore } from "../profile/whose.server.ts";
import { now } from "../../lib/clock.ts";
import { editingOf } from "./editing.server.ts";
import { writeNote } from "./note.server.ts";
import { addTag, removeTag } from "./tags.server.ts";

/** An agent at a ticket of somebody whose copy is kept. */
async function editing(lacks?: Staff["lacks"]) {
  const all = await atTicket({}, lacks);
  const { shop, store, ticket, agent, workspace } = all;
  const [buyer] = shop.customers;
  if (!buyer || !ticket.customerId) throw new Error("nobody ordered");
  const customer = { workspaceId: workspace.id, id: ticket.customerId };
  const place = { workspaceId: workspace.id, storeId: store.id, customerId: customer.id };
  await keepAnswer(db, place, await askById(shop.domain, buyer.id), now());
  const kept = async () => (await customerInStore(db, customer, store.id))?.kept?.node;
  return { ...all, buyer, customer, kept, editing: await editingOf(customer, store.id, agent, ticket.id) };
}

describe("the note", () => {
  test("is written at Shopify with the agent's own rights, in the copy at once, and on the ticket once", async () => {
    const { editing: by, buyer, kept, events } = await editing();
    await writeNote(by, { note: "Ring först\r\n", seen: "" });
    await writeNote(by, { note: "Ring först", seen: "Ring först" });
    expect(buyer.note).toBe("Ring först");
    expect(await kept()).toMatchObject({ note: "Ring först", tags: buyer.tags });
    expect(await events()).toEqual(["customer-note-changed"]);
  });

  test("of somebody else's making is not overwritten unseen", async () => {
    const { editing: by, buyer } = await editing();
    buyer.note = "Kollegans";
    const refused = expect(writeNote(by, { note: "Min", seen: "" })).rejects;
    await refused.toMatchObject({ code: "note-changed", detail: { note: "Kollegans" } });
    expect(buyer.note).toBe("Kollegans");
    await writeNote(by, { note: "Min", seen: "Kollegans" });
    expect(buyer.note).toBe("Min");
  });

  test("asked for again because the answer got lost is there, and in the log", async () => {
    const { editing: by, buyer, events, shop } = await editing();
    sandbox.state.failures.push({ service: "shopify", match: "customerUpdate", times: 1, drop: true });
    await expect(writeNote(by, { note: "En gång", seen: "" })).rejects.toMatchObject({
      detail: { problem: "silent" },
    });
    expect(shop.customers[0]?.note).toBe(null);
    buyer.note = "En gång";
    await writeNote(by, { note: "En gång", seen: "" });
    expect(await events()).toEqual(["customer-note-changed"]);
  });

  test("of an agent without the right is refused, and says who has it", async () => {
    const { editing: by, buyer, approver } = await editing(["edit_customers"]);
    await expect(writeNote(by, { note: "Hej", seen: "" })).rejects.toMatchObject({
      code: "shopify-failed",
      detail: { problem: "denied", whoCan: [approver.name] },
    });
    expect(buyer.note).toBe(null);
  });

  test("of an agent who never opened the app in that store waits until they do", async () => {
    const { editing: by } = await editing();
    await expect(writeNote({ ...by, staff: null }, { note: "Hej", seen: "" })).rejects.toMatchObject({
      detail: { problem: "signed-out" },
    });
  });

  test.each([undefined, "x".repeat(5_001)])("%s is not a note", async (note) => {
    const { editing: by } = await editing();
    await expect(writeNote(by, { note, seen: "" })).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("tags", () => {
  test("come and go one by one, beside whatever others do", async () => {
    const { editing: by, buyer, kept, events } = await editing();
    buyer.tags = ["annans"];
    expect(await addTag(by, " vip , ")).toEqual(["annans", "vip"]);
    await addTag(by, "vip");
    expect(await kept()).toMatchObject({ tags: ["annans", "vip"] });
    expect(await removeTag(by, "vip")).toEqual(["annans"]);
    expect(buyer.tags).toEqual(["annans"]);
    expect(await events()).toEqual(Array(3).fill("customer-tags-changed"));
  });

  test.each(["", " , ", "x".repeat(256)])("%j is none", async (tag) => {
    const { editing: by } = await editing();
    await expect(addTag(by, tag)).rejects.toMatchObject({ code: "invalid" });
  });

  test("of a customer the shop has no more are refused in its words", async () => {
    const { editing: by, shop } = await editing();
    shop.customers.length = 0;
    await expect(addTag(by, "vip")).rejects.toMatchObject({
      code: "shopify-failed",
      detail: { problem: "refused", said: "Resource does not exist" },
    });
  });
});
