import { beforeAll, describe, expect, test } from "vitest";
import { db } from "../db.server.ts";
import { DAY, later, now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import {
  makeAgent,
  makeCustomer,
  makeDepartment,
  makeStore,
  makeTicket,
  makeWorkspace,
} from "../../tests/factories.ts";
import { readFilter } from "./filter.ts";
import { listTickets } from "./list.server.ts";
import { PRIORITIES } from "./ticket.ts";
import { VIEWS } from "./view.ts";

const place = async () => {
  const workspace = await makeWorkspace();
  const [bjork, ek] = [await makeStore(workspace), await makeStore(workspace, { name: "Ek" })];
  const [me, other] = [await makeAgent(workspace), await makeAgent(workspace)];
  return {
    workspace,
    bjork,
    ek,
    me,
    other,
    customer: await makeCustomer(workspace),
    department: await makeDepartment(workspace),
  };
};
let here: Awaited<ReturnType<typeof place>>;
const labelId = newId();

const atRisk = (riskSince: Date) => ({
  ...{ riskSince, riskWish: "cancel", riskOrderId: "1", riskOrderName: "#1" },
});

/** Sixty tickets of every kind, a minute apart, some at the same moment. */
beforeAll(async () => {
  here = await place();
  const { workspace, bjork, ek, me, other, customer, department } = here;
  const at = now();
  await db.label.create({ data: { workspaceId: workspace.id, id: labelId, name: "Retur" } });
  for (let n = 0; n < 60; n++) {
    const status = ["open", "snoozed", "closed"][n % 3] ?? "open";
    const ticket = await makeTicket(n % 5 ? bjork : ek, {
      status,
      priority: PRIORITIES[n % 4] ?? "normal",
      channel: n % 7 ? "email" : "form",
      waitingOn: n % 2 ? "us" : "customer",
      spam: n % 11 === 10,
      archivedAt: n % 13 === 12 ? later(at, -n * DAY) : null,
      snoozedUntil: status === "snoozed" ? later(at, (60 - n) * DAY) : null,
      closedAt: status === "closed" ? at : null,
      assigneeId: [null, me.id, other.id][Math.trunc(n / 3) % 3] ?? null,
      departmentId: n % 6 ? null : department.id,
      customerId: n % 9 ? null : customer.id,
      hasFiles: n % 8 === 0,
      ...(n % 3 === 0 || n % 3 === 2 ? atRisk(later(at, -Math.trunc(n / 2) * DAY)) : {}),
      lastMessageAt: later(at, -Math.trunc(n / 2) * 60_000),
      lastInboundAt: n % 2 ? later(at, -Math.trunc(n / 2) * 60_000) : null,
      createdAt: later(at, -n * DAY),
    });
    const ref = { workspaceId: workspace.id, ticketId: ticket.id };
    if (n % 10 === 0) await db.ticketLabel.create({ data: { ...ref, labelId } });
    if (n % 4 === 1) await db.ticketRead.create({ data: { ...ref, agentId: me.id, readAt: at } });
  }
});

const read = (query: string) => readFilter(new URLSearchParams(query));

async function pageThrough(query: string, size: number): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page = await listTickets(here.workspace, here.me, read(query), after, size);
    ids.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after);
  return ids;
}

const all = async (query: string) =>
  (await listTickets(here.workspace, here.me, read(query), null, 500)).rows;

describe.each(VIEWS)("%s", (view) => {
  test.each(["newest", "oldest", "priority"])("sorted by %s, pages are the whole list, cut", async (sort) => {
    const query = `view=${view}&sort=${sort}`;
    const whole = (await all(query)).map(({ id }) => id);
    expect(whole.length).toBeGreaterThan(0);
    expect(await pageThrough(query, 7)).toEqual(whole);
  });

  test("the status filter replaces the view's own status", async () => {
    const query = `view=${view}&status=open,closed`;
    const rows = await all(query);
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(["open", "closed"]));
    expect(await pageThrough(query, 6)).toEqual(rows.map(({ id }) => id));
  });
});

test("snoozed tickets stand soonest first, archived ones as they were archived", async () => {
  const wakes = (await all("view=snoozed")).map(({ snoozedUntil }) => snoozedUntil);
  expect(wakes).toEqual([...wakes].sort());
  const archived = (await all("view=archived")).map(({ archivedAt }) => archivedAt ?? "");
  expect(archived).toEqual([...archived].sort().reverse());
});

test("the most urgent come first, and among them the newest", async () => {
  const rows = await all("view=all&sort=priority");
  const keys = rows.map((row) => `${PRIORITIES.indexOf(row.priority)} ${row.lastMessageAt} ${row.id}`);
  expect(keys).toEqual([...keys].sort().reverse());
});

test("each filter leaves what it says, and the rest away", async () => {
  const { me, ek, customer, department } = here;
  const whole = await all("view=all");
  const narrowed = async (query: string) => (await all(`view=all&${query}`)).map(({ id }) => id);
  const expected = (which: (row: (typeof whole)[number]) => boolean) =>
    whole.filter(which).map(({ id }) => id);
  const cases: [string, (row: (typeof whole)[number]) => boolean][] = [
    ["assignee=me", (row) => row.assigneeId === me.id],
    ["assignee=none", (row) => row.assigneeId === null],
    ["assignee=me,none", (row) => row.assigneeId === me.id || row.assigneeId === null],
    ["priority=high", (row) => row.priority === "high"],
    ["priority=urgent,low", (row) => ["urgent", "low"].includes(row.priority)],
    ["channel=form", (row) => row.channel === "form"],
    [`store=${ek.id}`, (row) => row.storeId === ek.id],
    [`department=${department.id}`, (row) => row.departmentId === department.id],
    [`customer=${customer.id}`, (row) => row.customerId === customer.id],
    [`label=${labelId}`, (row) => row.labels.includes(labelId)],
    ["files=1", (row) => row.hasFiles],
    ["unread=1", (row) => row.unread],
  ];
  for (const [query, which] of cases) {
    expect(expected(which).length, query).toBeGreaterThan(0);
    expect(await narrowed(query), query).toEqual(expected(which));
  }
});

test("a date means the whole day where the agent is", async () => {
  const day = new Date(now().getTime() - 3 * DAY).toISOString().slice(0, 10);
  const rows = await all(`view=all&from=${day}&to=${day}`);
  expect(rows.map(({ createdAt }) => createdAt.slice(0, 10))).toEqual([day]);
});

test("a cursor of another list is a place to begin from, never an error", async () => {
  const { next } = await listTickets(here.workspace, here.me, read("view=all"), null, 5);
  const from = await listTickets(here.workspace, here.me, read("view=all&sort=priority"), next, 5);
  expect(from.rows.length).toBe(5);
  const urgent = await listTickets(
    here.workspace,
    here.me,
    read("view=all&sort=priority&priority=urgent"),
    `${next}_0`,
  );
  expect(urgent.rows.every(({ priority }) => priority === "urgent")).toBe(true);
});

test("another workspace's store, agent or label matches nothing", async () => {
  const stranger = await place();
  for (const query of [
    `store=${stranger.ek.id}`,
    `assignee=${stranger.me.id}`,
    `customer=${stranger.customer.id}`,
  ])
    expect(await all(`view=all&${query}`)).toEqual([]);
});
