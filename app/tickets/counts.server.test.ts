import type { Prisma } from "@prisma/client";
import { expect, test } from "vitest";
import { db } from "../db.server.ts";
import { DAY, later, now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { makeAgent, makeStore, makeTicket, makeWorkspace } from "../../tests/factories.ts";
import { countsOf } from "./counts.ts";
import { foldCounts, readCounts, recount } from "./counts.server.ts";
import { wholeView } from "./filter.ts";
import { listTickets } from "./list.server.ts";
import { VIEWS } from "./view.ts";

const place = async () => {
  const workspace = await makeWorkspace();
  const stores = [await makeStore(workspace), await makeStore(workspace)];
  const agents = [await makeAgent(workspace), await makeAgent(workspace)];
  return { workspace, stores, agents };
};
const countsNow = async (workspace: { id: string }, agent: { id: string }) =>
  countsOf((await readCounts(workspace, agent)).values);

type Place = Awaited<ReturnType<typeof place>>;

/** What the lists hold, counted row by row. */
async function counted({ workspace, stores }: Place, agent: { id: string }) {
  const rows = async (query: ReturnType<typeof wholeView>) =>
    (await listTickets(workspace, agent, query, null, 500)).rows;
  const inbox = await rows(wholeView("inbox"));
  const views = await Promise.all(VIEWS.map(async (view) => [view, (await rows(wholeView(view))).length]));
  return {
    views: Object.fromEntries(views) as Record<string, number>,
    stores: stores.map(({ id }) => inbox.filter(({ storeId }) => storeId === id).length),
    email: inbox.filter(({ channel }) => channel === "email").length,
    unread: inbox.filter(({ unread }) => unread).length,
  };
}

async function kept({ workspace, stores }: Place, agent: { id: string }) {
  const counts = await countsNow(workspace, agent);
  return {
    views: counts.views,
    stores: stores.map(({ id }) => counts.stores[id] ?? 0),
    email: counts.channels.email ?? 0,
    unread: counts.unread,
  };
}

async function expectTrue(here: Place): Promise<void> {
  for (const agent of here.agents) expect(await kept(here, agent)).toEqual(await counted(here, agent));
}

/** Numbers that look random and are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.trunc((state / 2 ** 31) * sides);
  };
}

const STATES = [
  { status: "open", closedAt: null, snoozedUntil: null },
  { status: "closed", closedAt: now(), snoozedUntil: null },
  { status: "snoozed", closedAt: null, snoozedUntil: later(now(), DAY) },
];

/** One thing somebody does to some ticket. */
async function doSomething(
  { workspace, stores, agents }: Place,
  ids: string[],
  roll: (sides: number) => number,
) {
  const workspaceId = workspace.id;
  const id = ids[roll(ids.length)] ?? "";
  const store = stores[roll(2)];
  const agentId = agents[roll(2)]?.id ?? "";
  const change = (data: Prisma.TicketUncheckedUpdateManyInput) =>
    db.ticket.updateMany({ where: { workspaceId, id }, data });
  const key = { workspaceId, ticketId: id, agentId };
  const acts = [
    () => change(STATES[roll(3)] ?? {}),
    () => change({ waitingOn: roll(2) ? "us" : "customer" }),
    () => change({ assigneeId: roll(3) ? agentId : null }),
    () => change({ spam: roll(4) === 0 }),
    () => change({ archivedAt: roll(3) ? null : now() }),
    () =>
      change({ lastInboundAt: now(), status: "open", closedAt: null, snoozedUntil: null, waitingOn: "us" }),
    () => change({ subject: "Annat" }),
    () =>
      db.ticketRead.upsert({
        where: { workspaceId_ticketId_agentId: key },
        create: { ...key, readAt: now() },
        update: { readAt: now() },
      }),
    () => db.ticketRead.deleteMany({ where: key }),
    () => db.ticketRead.updateMany({ where: key, data: { readAt: new Date(0) } }),
    async () => store && ids.push((await makeTicket(store, { channel: roll(2) ? "email" : "form" })).id),
  ];
  await acts[roll(acts.length)]?.();
}

test("whatever happens at the same time, the kept counts are what is there", async () => {
  const here = await place();
  const ids: string[] = [];
  for (let n = 0; n < 8; n++) {
    const lastInboundAt = n % 3 ? now() : null;
    const store = here.stores[n % 2];
    if (store) ids.push((await makeTicket(store, { lastInboundAt })).id);
  }
  await expectTrue(here);
  const busy = Array.from({ length: 6 }, async (_, who) => {
    const roll = dice(who * 7919 + 1);
    for (let n = 0; n < 15; n++) {
      await doSomething(here, ids, roll);
      if (n % 7 === who) await foldCounts();
    }
  });
  await Promise.all(busy);
  await expectTrue(here);
  await foldCounts();
  const loose = await db.ticketCount.count({ where: { workspaceId: here.workspace.id, slot: { not: 0 } } });
  expect(loose).toBe(0);
  await expectTrue(here);
}, 60_000);

test("many at once, and all of them gone", async () => {
  const here = await place();
  const [store, workspaceId] = [here.stores[0], here.workspace.id];
  if (!store) throw new Error("no store");
  for (let n = 0; n < 5; n++) await makeTicket(store, { lastInboundAt: now() });
  await db.ticket.updateMany({
    where: { workspaceId, number: { gt: 1002 } },
    data: { assigneeId: here.agents[0]?.id ?? null },
  });
  await expectTrue(here);
  await db.ticket.deleteMany({ where: { workspaceId } });
  expect((await countsNow(here.workspace, { id: newId() })).views.all).toBe(0);
});

test("a request that nobody answered counts as unread once it is marked so", async () => {
  const here = await place();
  const [store, agent] = [here.stores[0], here.agents[0]];
  if (!store || !agent) throw new Error("nobody");
  const { id: ticketId } = await makeTicket(store);
  const key = { workspaceId: here.workspace.id, ticketId, agentId: agent.id };
  await db.ticketRead.create({ data: { ...key, readAt: new Date(0) } });
  expect((await countsNow(here.workspace, agent)).unread).toBe(1);
  await expectTrue(here);
});

test("what nobody opened counts as unread, and what was never written to us does not", async () => {
  const { workspace, stores, agents } = await place();
  const [store, agent] = [stores[0], agents[0]];
  if (!store || !agent) throw new Error("nobody");
  await makeTicket(store, { lastInboundAt: now() });
  await makeTicket(store);
  expect(await countsNow(workspace, agent)).toMatchObject({ views: { inbox: 2 }, unread: 1 });
});

test("a recount mends what is off, also who has read what", async () => {
  const here = await place();
  const [store, agent] = [here.stores[0], here.agents[0]];
  if (!store || !agent) throw new Error("nobody");
  const workspaceId = here.workspace.id;
  const ticket = await makeTicket(store, { lastInboundAt: now() });
  await db.ticketRead.create({
    data: { workspaceId, ticketId: ticket.id, agentId: agent.id, readAt: now() },
  });
  await db.ticketCount.updateMany({ where: { workspaceId, name: "all" }, data: { value: 7 } });
  await db.ticketRead.updateMany({ where: { workspaceId }, data: { counted: 0 } });
  await recount(here.workspace);
  await expectTrue(here);
});

test("another workspace's tickets are not counted", async () => {
  const [here, there] = [await place(), await place()];
  if (there.stores[0]) await makeTicket(there.stores[0]);
  expect((await countsNow(here.workspace, here.agents[0] ?? { id: newId() })).views.all).toBe(0);
});
