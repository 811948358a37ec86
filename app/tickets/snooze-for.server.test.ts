// A ticket waits for its order, and the mirror wakes it.
import "../../tests/setup/sandbox.ts";
import { expect, test } from "vitest";
import { order } from "../../sandbox/shopify/small-world.ts";
import { makeAgent, makeMessage, makeTicket } from "../../tests/factories.ts";
import { makeMirror } from "../../tests/order-mirror.ts";
import { db } from "../db.server.ts";
import { DAY, later, now } from "../lib/clock.ts";
import { snoozeTicket, snoozeTicketFor, wakeTicket } from "./snooze.server.ts";
import { readHead } from "./ticket-head.server.ts";
import { wakeForOrder } from "./wake-for-order.server.ts";

let next = 30_000;

/** A ticket about an order that is here, and a colleague who has it. */
async function waiting() {
  next += 1;
  const placed = order(next, { createdAt: later(now(), -DAY).toISOString() });
  const mirror = await makeMirror({ orders: [placed] });
  await mirror.begin();
  await mirror.finish();
  const agent = await makeAgent(mirror.workspace);
  const ticket = await makeTicket(mirror.store, {
    orderName: placed.name,
    shopifyOrderId: `gid://shopify/Order/${placed.id}`,
    assigneeId: agent.id,
  });
  await makeMessage(ticket);
  const ref = { workspaceId: mirror.workspace.id, id: ticket.id };
  const by = { by: { kind: "agent", id: agent.id } } as const;
  return {
    ...{ mirror, placed, agent, ref, by },
    head: () => readHead(mirror.workspace, ref, agent),
    hears: (topic: string) =>
      mirror.hears({
        topic,
        body: { id: Number(placed.id), admin_graphql_api_id: `gid://shopify/Order/${placed.id}` },
      }),
    woken: async () =>
      (
        await db.event.findMany({
          where: { ticketId: ticket.id, workspaceId: ref.workspaceId, type: "woken" },
        })
      ).map(({ data }) => data),
  };
}

test("until its order is sent: the webhook brings it back, on top, and it says why", async () => {
  const it = await waiting();
  expect(await snoozeTicketFor(it.ref, "shipped", it.by)).toBe(true);
  expect(await snoozeTicketFor(it.ref, "shipped", it.by)).toBe(false);
  expect(await it.head()).toMatchObject({ status: "snoozed", snoozedFor: "shipped" });
  await it.hears("orders/updated");
  expect((await it.head()).status).toBe("snoozed");
  it.mirror.happens(it.placed.name, "fulfil");
  await it.hears("orders/fulfilled");
  expect(await it.head()).toMatchObject({ status: "open", snoozedFor: null, waitingOn: "us" });
  expect(await it.woken()).toEqual([{ for: "shipped", end: "happened", order: it.placed.name }]);
});

test("what no webhook told of wakes it too, once it is found", async () => {
  const it = await waiting();
  await snoozeTicketFor(it.ref, "delivered", it.by);
  it.mirror.happens(it.placed.name, "deliver");
  await it.mirror.reconcile();
  await it.mirror.works();
  expect((await it.head()).status).toBe("open");
});

test("an order that was cancelled will never be sent: nobody goes on waiting", async () => {
  const it = await waiting();
  await snoozeTicketFor(it.ref, "shipped", it.by);
  it.mirror.happens(it.placed.name, "cancel");
  await it.hears("orders/cancelled");
  expect(await it.woken()).toMatchObject([{ for: "shipped", end: "cancelled" }]);
});

test("what has happened already is not waited for", async () => {
  const it = await waiting();
  await expect(snoozeTicketFor(it.ref, "paid", it.by)).rejects.toMatchObject({
    code: "invalid",
    detail: { reason: "happened" },
  });
  expect((await it.head()).status).toBe("open");
});

test("a ticket whose order nobody confirmed can't wait for it", async () => {
  const it = await waiting();
  await db.ticket.updateMany({ where: { workspaceId: it.ref.workspaceId }, data: { shopifyOrderId: null } });
  await expect(snoozeTicketFor(it.ref, "shipped", it.by)).rejects.toMatchObject({
    detail: { reason: "no-order" },
  });
});

test("whoever ends the snooze or changes it, the order wakes nothing any more", async () => {
  const it = await waiting();
  await snoozeTicketFor(it.ref, "shipped", it.by);
  await snoozeTicket(it.ref, later(now(), DAY), it.by);
  expect((await it.head()).snoozedFor).toBeNull();
  await snoozeTicketFor(it.ref, "shipped", it.by);
  await wakeTicket(it.ref, it.by);
  expect((await it.head()).snoozedFor).toBeNull();
  await snoozeTicket(it.ref, later(now(), DAY), it.by);
  it.mirror.happens(it.placed.name, "fulfil");
  await it.hears("orders/fulfilled");
  expect((await it.head()).status).toBe("snoozed");
});

test("sent in the very moment it is snoozed: it is refused, or woken", async () => {
  const it = await waiting();
  it.mirror.happens(it.placed.name, "fulfil");
  await Promise.allSettled([snoozeTicketFor(it.ref, "shipped", it.by), it.hears("orders/fulfilled")]);
  await wakeForOrder(it.mirror.ref, it.placed.id);
  expect((await it.head()).status).toBe("open");
});
