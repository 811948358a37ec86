import { expect, test } from "vitest";
import {
  makeConversation,
  makeMessage,
  makeShopifyCustomer,
  makeShopOrder,
  makeTicket,
} from "../../../tests/factories.ts";
import { later, MINUTE, now } from "../../lib/clock.ts";
import { readPlace, type Metric } from "./metrics.ts";
import { countEvents, readEvents } from "./timeline.server.ts";

async function makeEventful() {
  const conversation = await makeConversation();
  const { workspace, store, customer, ticket, agent } = conversation;
  const ref = { workspaceId: workspace.id, id: customer.id };
  const shopify = await makeShopifyCustomer(store, customer);
  const at = (minutesAgo: number) => later(now(), -minutesAgo * MINUTE);
  const order = await makeShopOrder(store, {
    name: "#7001",
    shopifyCustomerId: shopify.shopifyId,
    email: customer.email,
    processedAt: at(500),
    sentAt: at(400),
    deliveredAt: at(300),
    refundedAt: at(200),
    refunded: "100.0",
  });
  await makeShopOrder(store, {
    name: "#7002",
    email: customer.email,
    processedAt: at(450),
    cancelledAt: at(440),
  });
  await makeShopOrder(store, { name: "#7003", email: "somebody@example.com", processedAt: at(450) });
  const said = (kind: "inbound" | "outbound", channel: string, minutesAgo: number, more = {}) =>
    makeMessage(ticket, {
      ...{ kind, channel, createdAt: at(minutesAgo), ...more },
      ...(kind === "outbound" ? { authorId: agent.id, delivery: "sent" } : {}),
    });
  await said("inbound", "form", 350, { page: "/pages/contact" });
  await said("outbound", "form", 340);
  await said("inbound", "email", 330);
  await said("inbound", "email", 325, { machine: "auto-reply" });
  await said("inbound", "chat", 320);
  await said("outbound", "sms", 310);
  const spam = await makeTicket(store, { customerId: customer.id, spam: true });
  await makeMessage(spam, { createdAt: at(100) });
  const told = async (metrics: Metric[] = []) =>
    (await readEvents(ref, metrics, null)).events.map(({ metric }) => metric);
  return { ...conversation, ref, order, told, said };
}

test("orders, parcels, money and words stand in one line, newest first; notes, machines and spam do not", async () => {
  const { told, ref } = await makeEventful();
  // The conversation begins with a mail of today.
  expect((await told()).slice(1)).toEqual([
    ...["refunded", "delivered", "sms", "chat", "mailIn", "mailOut", "form", "sent", "cancelled", "ordered"],
    "ordered",
  ]);
  expect(await countEvents(ref)).toBe(12);
});

test("several kinds can be chosen, and each says what it is about", async () => {
  const { ref, order, ticket } = await makeEventful();
  const { events } = await readEvents(ref, ["refunded", "form"], null);
  expect(events).toMatchObject([
    {
      metric: "refunded",
      order: { id: order.shopifyId, name: "#7001" },
      amount: { amount: "100.0", currencyCode: "SEK" },
    },
    { metric: "form", ticket: { id: ticket.id }, page: "/pages/contact" },
  ]);
  expect(events[0]?.order?.adminUrl).toContain(`/orders/${order.shopifyId}`);
});

test("a long story is read a page at a time, each event once", async () => {
  const { ref, said } = await makeEventful();
  // Several in the same moment, too.
  for (let index = 0; index < 60; index++) await said("inbound", "chat", 600 + Math.floor(index / 3));
  const seen: string[] = [];
  for (let before: string | null = null, pages = 0; pages < 5; pages++) {
    const page = await readEvents(ref, [], readPlace(before));
    seen.push(...page.events.map(({ key }) => key));
    before = page.before;
    if (!before) break;
  }
  expect(seen).toHaveLength(72);
  expect(new Set(seen).size).toBe(72);
});
