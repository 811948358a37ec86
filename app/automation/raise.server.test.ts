// What came while a shop was closed is first in line when it opens (row 21): that alone, once, by the shop's own clock.
import { afterEach, expect, test, vi } from "vitest";
import { makeAgent, makeTicket } from "../../tests/factories.ts";
import { makeChat, makeOfficeShop } from "../../tests/factories/chats.ts";
import { db } from "../db.server.ts";
import { DAY, HOUR, later, MINUTE } from "../lib/clock.ts";
import { wholeView } from "../tickets/filter.ts";
import { listTickets } from "../tickets/list.server.ts";
import { raiseAtOpening } from "./raise.server.ts";

afterEach(() => vi.useRealTimers());
const clock = (at: string) => vi.useFakeTimers({ toFake: ["Date"], now: new Date(at) });

type Shop = Awaited<ReturnType<typeof makeOfficeShop>>;
const inbox = async ({ workspace }: Shop) => {
  const agent = await makeAgent(workspace);
  const { rows } = await listTickets({ id: workspace.id, ticketPrefix: "" }, agent, wholeView("inbox"), null);
  return rows.map(({ id }) => id);
};
const raisedIn = ({ workspace }: Shop) =>
  db.event.findMany({ where: { workspaceId: workspace.id, type: "raised" } });
/** A Friday evening in Stockholm. */
const EVENING = new Date("2026-11-27T19:00Z");

test("at the minute the shop opens, not before and once, the oldest on top; what came later or otherwise stays below", async () => {
  clock("2026-11-30T07:59Z");
  const shop = await makeOfficeShop();
  const { store } = shop;
  const [second, first] = [
    await makeChat(store, { offline: true, startedAt: later(EVENING, 5 * HOUR) }),
    await makeChat(store, { offline: true, startedAt: EVENING }),
  ];
  const mail = await makeTicket(store, { lastMessageAt: new Date("2026-11-30T07:50Z") });
  const talk = await makeChat(store, { startedAt: new Date("2026-11-30T07:58Z") });
  await raiseAtOpening();
  expect(await raisedIn(shop)).toEqual([]);
  clock("2026-11-30T08:00Z");
  await Promise.all([raiseAtOpening(), raiseAtOpening()]);
  await raiseAtOpening();
  const order = [first.ticket.id, second.ticket.id, talk.ticket.id, mail.id];
  expect(await inbox(shop)).toEqual(order);
  expect((await raisedIn(shop)).map(({ ticketId }) => ticketId).sort()).toEqual(
    [first.ticket.id, second.ticket.id].sort(),
  );
  // What comes from now on is above, and the next morning nothing moves again.
  const fresh = await makeTicket(store, { lastMessageAt: new Date("2026-11-30T08:10Z") });
  clock("2026-12-01T08:00Z");
  await raiseAtOpening();
  expect(await inbox(shop)).toEqual([fresh.id, ...order]);
});

test("what somebody answered, closed, put aside or took for spam meanwhile is left where it is", async () => {
  clock("2026-11-30T08:00Z");
  const shop = await makeOfficeShop();
  const left = { offline: true, startedAt: EVENING };
  for (const ticket of [
    { waitingOn: "customer" },
    { status: "closed", closedAt: EVENING },
    { status: "snoozed", snoozedUntil: later(EVENING, 9 * DAY) },
    { spam: true },
  ])
    await makeChat(shop.store, left, { ticket });
  await raiseAtOpening();
  expect(await raisedIn(shop)).toEqual([]);
  expect(await db.chat.count({ where: { workspaceId: shop.workspace.id, raisedAt: null } })).toBe(0);
});

test.each([
  ["in spring, an hour earlier by UTC than the day before", "2026-03-29T07:00Z"],
  ["in autumn, an hour later", "2026-10-25T08:00Z"],
])("on the morning after clocks changed: %s", async (_, opening) => {
  const sun = [{ from: "09:00", to: "12:00" }];
  const shop = await makeOfficeShop({ week: { sun } });
  const startedAt = later(new Date(opening), -10 * HOUR);
  await makeChat(shop.store, { offline: true, startedAt });
  clock(later(new Date(opening), -MINUTE).toISOString());
  await raiseAtOpening();
  expect(await raisedIn(shop)).toEqual([]);
  clock(opening);
  await raiseAtOpening();
  expect(await raisedIn(shop)).toHaveLength(1);
});

test("of hundreds all are raised, the oldest on top", async () => {
  clock("2026-11-30T08:00Z");
  const shop = await makeOfficeShop();
  const { store } = shop;
  const { chat } = await makeChat(store, { offline: true, startedAt: EVENING });
  const count = 110;
  await db.$executeRaw`
    WITH made AS (
      INSERT INTO "Ticket" ("workspaceId", id, number, "storeId", "brandId", channel, subject, "lastMessageAt")
      SELECT ${store.workspaceId}::uuid, gen_random_uuid(), 5000 + n, ${store.id}::uuid, ${store.brand.id}::uuid,
        'chat', 'Hej', ${EVENING}::timestamptz + n * interval '1 second' FROM generate_series(1, ${count}) n
      RETURNING id, "lastMessageAt")
    INSERT INTO "Chat" ("workspaceId", "ticketId", "storeId", "visitorId", state, "endedAt", "endedBy", offline, "startedAt", "lastVisitorAt")
    SELECT ${store.workspaceId}::uuid, id, ${store.id}::uuid, ${chat.visitorId}::uuid, 'ended', "lastMessageAt", 'silence',
      true, "lastMessageAt", "lastMessageAt" FROM made`;
  await raiseAtOpening();
  const raised = await raisedIn(shop);
  expect(raised).toHaveLength(count + 1);
  const tickets = await db.ticket.findMany({
    where: { workspaceId: store.workspaceId },
    orderBy: [{ lastMessageAt: "desc" }, { id: "desc" }],
    select: { number: true },
  });
  const numbers = tickets.map(({ number }) => number);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
});
