// Orders at risk: who is put there, and what takes them out.
import "../../tests/setup/sandbox.ts";
import { expect, test } from "vitest";
import { order } from "../../sandbox/shopify/small-world.ts";
import {
  makeAgent,
  makeCustomer,
  makeMessage,
  makeShopOrder,
  makeStore,
  makeTicket,
  makeWorkspace,
  unique,
} from "../../tests/factories.ts";
import { makeMirror } from "../../tests/order-mirror.ts";
import { db } from "../db.server.ts";
import { onTicketEvent } from "../jobs/on-ticket-event.server.ts";
import { HOUR, later, now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { countsOf } from "./counts.ts";
import { readCounts } from "./counts.server.ts";
import { wholeView } from "./filter.ts";
import { closeTicket, reopenTicket } from "./lifecycle.server.ts";
import { listTickets } from "./list.server.ts";
import { reviewRisk } from "./risk-of-order.server.ts";
import { dismissRisk, judgeLatest } from "./risk.server.ts";

type Order = Parameters<typeof makeShopOrder>[1];

/** A customer with an order that has not left, and a ticket of theirs. */
async function place({
  orders = [{}],
  text = "Kan ni avbeställa?",
}: { orders?: Order[]; text?: string } = {}) {
  const workspace = await makeWorkspace();
  const store = await makeStore(workspace);
  const agent = await makeAgent(workspace);
  const email = `ebba-${unique()}@example.com`;
  const customer = await makeCustomer(workspace, { email });
  const placed = [];
  for (const given of orders) placed.push(await makeShopOrder(store, { email, ...given }));
  const ticket = await makeTicket(store, { customerId: customer.id });
  const message = await makeMessage(ticket, { text });
  const ref = { workspaceId: workspace.id, id: ticket.id };
  const said = async (words: string, more: Parameters<typeof makeMessage>[1] = {}) => {
    const { id } = await makeMessage(ticket, { text: words, customerId: customer.id, ...more });
    await hears(id);
  };
  const hears = async (messageId: string) => {
    const event = { workspaceId: workspace.id, id: newId(), ticketId: ticket.id, createdAt: now() };
    await db.event.create({
      data: { ...event, type: "message-received", actorKind: "customer", data: { messageId } },
    });
    await onTicketEvent({ workspaceId: workspace.id, eventId: event.id });
  };
  await hears(message.id);
  return {
    ...{ workspace, store, agent, customer, ticket, ref, orders: placed, said },
    by: { by: { kind: "agent", id: agent.id } } as const,
    risk: async () => {
      const { riskWish, riskOrderName } = await db.ticket.findFirstOrThrow({
        where: { workspaceId: workspace.id },
      });
      return riskWish && `${riskWish} ${riskOrderName}`;
    },
    list: async () =>
      (await listTickets(workspace, agent, wholeView("at-risk"), null)).rows.map(({ id }) => id),
    count: async () => countsOf((await readCounts(workspace, agent)).values).views["at-risk"],
    events: async () =>
      (
        await db.event.findMany({
          where: { workspaceId: workspace.id, type: { in: ["order-at-risk", "order-out-of-risk"] } },
          orderBy: { id: "asc" },
        })
      ).map(({ data }) => data),
  };
}

test("who wants to cancel what has not left stands in the list, and is counted", async () => {
  const it = await place();
  expect(await it.risk()).toBe("cancel #2188");
  expect(await it.list()).toEqual([it.ticket.id]);
  expect(await it.count()).toBe(1);
  expect(await it.events()).toEqual([{ wish: "cancel", order: "#2188" }]);
});

test.each<[string, Parameters<typeof place>[0]]>([
  ["a question", { text: "När kommer den?" }],
  ["an order that was sent", { orders: [{ fulfillment: "FULFILLED" }] }],
  ["an order that was cancelled", { orders: [{ cancelledAt: now() }] }],
  ["no order at all", { orders: [] }],
  ["somebody else's order", { orders: [{ email: "other@example.com" }] }],
])("%s puts nothing at risk", async (_, given) => {
  const it = await place(given);
  expect(await it.risk()).toBeNull();
  expect(await it.list()).toEqual([]);
  expect(await it.count()).toBe(0);
});

test("of several it is the latest that has not left, unless they name another", async () => {
  const at = (hours: number) => later(now(), -hours * HOUR);
  const it = await place({
    orders: [
      { name: "#1", processedAt: at(30) },
      { name: "#2", processedAt: at(20) },
      { name: "#3", processedAt: at(1), fulfillment: "FULFILLED" },
    ],
  });
  expect(await it.risk()).toBe("cancel #2");
  await db.ticket.updateMany({ where: { workspaceId: it.workspace.id }, data: { orderName: "1" } });
  await it.said("Jag menar order 1: jag vill ha den till en annan adress");
  expect(await it.risk()).toBe("address #1");
});

test("an order named that has left puts no other at risk", async () => {
  const it = await place({ orders: [{ name: "#1" }, { name: "#3", fulfillment: "FULFILLED" }], text: "Hej" });
  await db.ticket.updateMany({ where: { workspaceId: it.workspace.id }, data: { orderName: "#3" } });
  await it.said("Kan ni avbeställa #3?");
  expect(await it.risk()).toBeNull();
});

test("a machine's words and a stranger's put nothing at risk", async () => {
  const it = await place({ text: "Hej" });
  await it.said("Please cancel my order", { machine: "auto-reply" });
  await it.said("Please cancel my order", { customerId: null });
  expect(await it.risk()).toBeNull();
});

test("once it was sent or cancelled it is not at risk any more, and the thread says so", async () => {
  const it = await place();
  const [held] = it.orders;
  await db.shopOrder.updateMany({
    where: { workspaceId: it.workspace.id },
    data: { fulfillment: "FULFILLED" },
  });
  const storeRef = { workspaceId: it.workspace.id, storeId: it.store.id };
  await reviewRisk(storeRef, held?.shopifyId ?? "");
  await reviewRisk(storeRef, held?.shopifyId ?? "");
  expect(await it.risk()).toBeNull();
  expect((await it.events()).slice(1)).toEqual([{ because: "sent", order: "#2188" }]);
  await judgeLatest(it.ref);
  expect(await it.risk()).toBeNull();
});

test("a closed ticket leaves the list, and stands there again when it is reopened", async () => {
  const it = await place();
  await closeTicket(it.ref, it.by);
  expect([await it.list(), await it.count()]).toEqual([[], 0]);
  await reopenTicket(it.ref, it.by);
  expect([await it.list(), await it.count()]).toEqual([[it.ticket.id], 1]);
});

test("an agent says that it is not so: it stays out until the customer writes again", async () => {
  const it = await place();
  const [held] = it.orders;
  await dismissRisk(it.ref, it.by);
  await reviewRisk({ workspaceId: it.workspace.id, storeId: it.store.id }, held?.shopifyId ?? "");
  expect(await it.risk()).toBeNull();
  await it.said("Jag vill verkligen annullera ordern");
  expect(await it.risk()).toBe("cancel #2188");
});

test("a customer faster than the webhook is found when the order comes", async () => {
  const placed = order(40_001, { createdAt: later(now(), -HOUR).toISOString(), customerId: null });
  const mirror = await makeMirror({ orders: [placed] });
  const customer = await makeCustomer(mirror.workspace, { email: placed.email });
  await db.contactPoint.createMany({
    data: [
      { workspaceId: mirror.workspace.id, kind: "email", value: placed.email ?? "", customerId: customer.id },
    ],
    skipDuplicates: true,
  });
  const ticket = await makeTicket(mirror.store, { customerId: customer.id });
  await makeMessage(ticket, { text: "Jag skrev fel adress!" });
  await mirror.hears({
    topic: "orders/create",
    body: { id: Number(placed.id), admin_graphql_api_id: `gid://shopify/Order/${placed.id}` },
  });
  const { riskWish, riskOrderName } = await db.ticket.findFirstOrThrow({ where: { id: ticket.id } });
  expect([riskWish, riskOrderName]).toEqual(["address", placed.name]);
});
