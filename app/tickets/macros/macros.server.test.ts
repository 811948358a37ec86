// Saved answers: who has which, what they stand for on a ticket, what they do to it, and that none leaves half filled.
import { makeBuyer, makeShop, sandbox } from "../../../tests/setup/sandbox.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { order } from "../../../sandbox/shopify/small-world.ts";
import {
  makeAgent,
  makeConversation,
  makeCustomer,
  makeDepartment,
  makeStore,
  makeTicket,
  makeWorkspace,
} from "../../../tests/factories.ts";
import { writtenReply } from "../../../tests/replied.ts";
import { signInStore } from "../../../tests/shopify-session.ts";
import { db } from "../../db.server.ts";
import { now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { NOBODY } from "../../mail/person.ts";
import { forwardMessage } from "../forward.server.ts";
import { reopenTicket } from "../lifecycle.server.ts";
import { addNote } from "../note.server.ts";
import { replyToTicket } from "../reply.server.ts";
import { takeBack } from "../undo.server.ts";
import { applyActions } from "./apply.server.ts";
import { readOrderFacts, readTicketFacts } from "./facts.server.ts";
import { countUse, findMacro, listMacros } from "./list.server.ts";
import { joined, type MacroAction } from "./macro.ts";
import { changeMacro, createMacro, restoreMacro, retireMacro, type MacroWish } from "./save.server.ts";

beforeEach(() => {
  sandbox.state.failures.length = 0;
});

const wish = (given: Partial<MacroWish> = {}): MacroWish => ({
  name: "Retur",
  html: "<p>Hej {{customer.first_name|du}}!</p>",
  actions: [],
  locale: "sv",
  own: false,
  ...given,
});

async function team() {
  const workspace = await makeWorkspace();
  const manager = { id: (await makeAgent(workspace)).id, role: "manager" as const };
  const support = { id: (await makeAgent(workspace)).id, role: "support" as const };
  return { workspace, manager, support };
}

describe("who has which", () => {
  test("the team's are the managers' to change and everybody's to use; one's own nobody else sees", async () => {
    const { workspace, manager, support } = await team();
    const shared = await createMacro(workspace, wish(), { by: manager });
    const own = await createMacro(workspace, wish({ name: "Min", own: true }), { by: support });
    await expect(createMacro(workspace, wish(), { by: support })).rejects.toThrow("access");
    await expect(changeMacro(workspace, shared.id, wish(), { by: support })).rejects.toThrow("access");
    await expect(retireMacro(workspace, own.id, { by: manager })).rejects.toThrow("Not found");
    expect((await listMacros(workspace, support)).map(({ name }) => name)).toEqual(["Min", "Retur"]);
    expect((await listMacros(workspace, manager)).map(({ id }) => id)).toEqual([shared.id]);
  });

  test("deleting is taken back, uses are counted, and another workspace's does not exist", async () => {
    const { workspace, manager } = await team();
    const { id } = await createMacro(workspace, wish(), { by: manager });
    await countUse(workspace, manager, id, now());
    await retireMacro(workspace, id, { by: manager });
    await expect(findMacro(workspace, manager, id)).rejects.toThrow("Not found");
    await restoreMacro(workspace, id, { by: manager });
    expect(await findMacro(workspace, manager, id)).toMatchObject({ usedCount: 1, own: false });
    const other = await team();
    const theirs = { by: other.manager };
    for (const attempt of [
      () => findMacro(other.workspace, other.manager, id),
      () => countUse(other.workspace, other.manager, id, now()),
      () => changeMacro(other.workspace, id, wish(), theirs),
      () => retireMacro(other.workspace, id, theirs),
      () => restoreMacro(other.workspace, id, theirs),
    ])
      await expect(attempt()).rejects.toThrow("Not found");
  });

  test.each<[string, Partial<MacroWish>, object]>([
    ["no name", { name: " " }, { field: "name", reason: "name" }],
    ["nothing in it", { html: "<p></p>" }, { field: "html", reason: "empty" }],
    [
      "a variable there is none of",
      { html: "<p>{{customer.firstname}} {{order.name</p>" },
      { field: "html", names: ["{{customer.firstname}}", "{{order.name"] },
    ],
    [
      "somebody else's label",
      { actions: [{ do: "add-label", labelId: newId() }] },
      { field: "actions", reason: "gone" },
    ],
  ])("%s is refused", async (_what, given, detail) => {
    const { workspace, manager } = await team();
    await expect(createMacro(workspace, wish(given), { by: manager })).rejects.toMatchObject({ detail });
  });

  test("what could run in a page is gone", async () => {
    const { workspace, manager } = await team();
    const html = `<p onclick="x()">Hej<script>alert(1)</script><img src=x onerror=alert(1)></p>`;
    const { id } = await createMacro(workspace, wish({ html }), { by: manager });
    expect((await findMacro(workspace, manager, id)).html).toBe("<p>Hej</p>");
  });
});

describe("what its variables stand for", () => {
  /** A buyer of two orders, the later one sent, and their ticket. */
  async function asked(given: { orderName?: string } = {}) {
    const buyer = makeBuyer();
    const theirs = { customerId: buyer.id, email: buyer.email };
    const tracking = { company: "PostNord", number: "SE1", url: "https://parcel.example/SE1" };
    const sent = { ...theirs, fulfillmentStatus: "FULFILLED", tracking } as const;
    const orders = [order(1, sent), order(2, theirs)];
    const shop = makeShop({ customers: [buyer], orders });
    await signInStore(shop);
    const workspace = await makeWorkspace();
    const store = await makeStore(workspace, { shopDomain: shop.domain });
    const customer = await makeCustomer(workspace, { email: buyer.email, name: "{{order.name}} <b>" });
    return { workspace, ticket: await makeTicket(store, { customerId: customer.id, ...given }) };
  }

  test("the latest order and its parcel are Shopify's, in the customer's language", async () => {
    const { ticket } = await asked();
    await db.ticket.updateMany({
      where: { workspaceId: ticket.workspaceId, id: ticket.id },
      data: { locale: "sv" },
    });
    expect(await readOrderFacts(ticket)).toMatchObject({
      "order.name": "#1001",
      "order.status": "levererad",
      "tracking.number": "SE1",
      "tracking.link": "https://parcel.example/SE1",
    });
  });

  test("an order that was named is meant, and somebody else's is not told", async () => {
    const { ticket } = await asked({ orderName: "1002" });
    expect(await readOrderFacts(ticket)).toMatchObject({
      "order.name": "#1002",
      "tracking.link": { missing: "no-parcel" },
    });
    const other = await asked({ orderName: "#9" });
    expect(await readOrderFacts(other.ticket)).toMatchObject({ "order.name": { missing: "other-order" } });
  });

  test("Shopify's silence is said, and what we know ourselves does not wait for it", async () => {
    const { workspace, ticket } = await asked();
    sandbox.state.failures.push({ service: "shopify", match: "graphql", times: 9, status: 503 });
    expect(await readOrderFacts(ticket)).toMatchObject({ "order.name": { missing: "no-answer" } });
    const { facts } = await readTicketFacts({ ...workspace }, ticket, { name: "Anna Ek" });
    expect(facts).toMatchObject({
      "agent.first_name": "Anna",
      "customer.name": "{order.name} <b>",
      "ticket.subject": expect.any(String) as string,
    });
  });
});

describe("what it does", () => {
  async function talk() {
    const made = await makeConversation();
    const { workspace, agent, ticket } = made;
    const label = await db.label.create({
      data: { workspaceId: workspace.id, id: newId(), name: "Retur", color: "blue", createdAt: now() },
    });
    const department = await makeDepartment(workspace);
    const actions: MacroAction[] = [
      { do: "add-label", labelId: label.id },
      { do: "add-label", labelId: newId() },
      { do: "assign", agentId: "me" },
      { do: "priority", priority: "high" },
      { do: "department", departmentId: department.id },
      { do: "close" },
    ];
    const state = async () => {
      const { status, assigneeId, priority, departmentId, labels } = await db.ticket.findUniqueOrThrow({
        where: { workspaceId_id: { workspaceId: workspace.id, id: ticket.id } },
        include: { labels: true },
      });
      return { status, assigneeId, priority, departmentId, labels: labels.map(({ labelId }) => labelId) };
    };
    const done = {
      status: "closed",
      assigneeId: agent.id,
      priority: "high",
      departmentId: department.id,
      labels: [label.id],
    };
    return { ...made, actions, state, done };
  }

  test("it happens with the reply, and is undone with it", async () => {
    const { ticket, agent, customer, message, actions, state, done } = await talk();
    const before = await state();
    const reply = writtenReply({ agent, customer }, "Hej", { seen: message.id, actions });
    const { messageId } = await replyToTicket(ticket, reply);
    expect(await state()).toEqual(done);
    expect((await takeBack(ticket, messageId, { by: agent })).actions).toEqual(actions);
    expect(await state()).toEqual(before);
  });

  test("it happens with a forward, and is undone with it; with a note it stays", async () => {
    const { ticket, agent, message, actions, state, done } = await talk();
    const before = await state();
    const written = { by: agent, html: "<p>Hej</p>", fileIds: [], actions };
    const to = [{ name: "Lager", address: "lager@example.com" }];
    const { messageId } = await forwardMessage(ticket, {
      ...{ ...written, recipients: { ...NOBODY, to }, forwardedId: message.id, requestKey: newId() },
    });
    expect(await state()).toEqual(done);
    expect((await takeBack(ticket, messageId, { by: agent })).actions).toEqual(actions);
    expect(await state()).toEqual(before);
    const note = { ...written, requestKey: newId() };
    await addNote(ticket, note);
    expect(await state()).toEqual(done);
    await reopenTicket(ticket, { by: { kind: "agent", id: agent.id } });
    // One press is one note: nothing happens again.
    await addNote(ticket, note);
    expect(await state()).toEqual({ ...done, status: "open" });
  });

  test("without words it happens at once, and its answer undoes it", async () => {
    const { ticket, agent, actions, state, done } = await talk();
    const before = await state();
    const undo = await applyActions(ticket, actions, { by: agent });
    expect(await state()).toEqual(done);
    expect(await applyActions(ticket, actions, { by: agent })).toEqual([]);
    await applyActions(ticket, undo, { by: agent });
    expect(await state()).toEqual(before);
  });

  test("snoozing is for so many hours, and ends when undone", async () => {
    const { ticket, agent, state } = await talk();
    const undo = await applyActions(ticket, [{ do: "snooze", hours: 24 }], { by: agent });
    expect(undo).toEqual([{ do: "wake" }]);
    expect(await state()).toMatchObject({ status: "snoozed" });
    await applyActions(ticket, undo, { by: agent });
    expect(await state()).toMatchObject({ status: "open" });
  });

  test("of two macros in one reply the later one's word holds", () => {
    const labelId = newId();
    const twice: MacroAction[] = [
      { do: "close" },
      { do: "add-label", labelId },
      { do: "snooze", hours: 4 },
      { do: "remove-label", labelId },
    ];
    expect(joined(twice)).toEqual(twice.slice(2));
  });
});

test("a reply with a variable in it is refused by name; a quoted one is sent", async () => {
  const { ticket, agent, customer, message } = await makeConversation();
  const said = (html: string) =>
    replyToTicket(ticket, { ...writtenReply({ agent, customer }, "", { seen: message.id }), html });
  await expect(said("<p>Din order {{order.<b>name</b>}}</p>")).rejects.toMatchObject({
    code: "invalid",
    detail: { reason: "variables", names: ["{{order.name}}"] },
  });
  await said("<blockquote><p>{{order.name}}</p></blockquote><p>Det blev fel, {hej}.</p>");
});
