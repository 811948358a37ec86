// What agents do to one ticket: each verb is written down once however often it is asked, and stays in its workspace.
import { describe, expect, test } from "vitest";
import { makeConversation, makeDepartment, makeTicket } from "../../tests/factories.ts";
import { db } from "../db.server.ts";
import { SYSTEM } from "../events/event.ts";
import { DAY, later, now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { archiveTicket, restoreTicket } from "./archive.server.ts";
import { setDepartment } from "./department.server.ts";
import { addLabel, addLabelNamed, removeLabel } from "./labelling.server.ts";
import { closeTicket, reopenTicket } from "./lifecycle.server.ts";
import { setPriority } from "./priority.server.ts";
import { markRead, markUnread } from "./reading.server.ts";
import { snoozeTicket, wakeTicket } from "./snooze.server.ts";
import type { TicketRef } from "./ticket.ts";

const by = { by: SYSTEM };
const grey = { name: "Retur", color: "grey" } as const;

const read = ({ workspaceId, id }: TicketRef) =>
  db.ticket.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } });

const eventsOf = async ({ workspaceId, id }: TicketRef) => {
  const rows = await db.event.findMany({ where: { workspaceId, ticketId: id }, orderBy: { id: "asc" } });
  return rows.map(({ type }) => type);
};

test("each verb says whether it changed anything, and writes that down once", async () => {
  const { ticket, workspace } = await makeConversation();
  const until = later(now(), DAY);
  const department = await makeDepartment(workspace);
  const label = await addLabelNamed(ticket, grey, by);
  const twice = async (verb: () => Promise<boolean>) =>
    expect([await verb(), await verb()]).toEqual([true, false]);
  await twice(() => closeTicket(ticket, by));
  await twice(() => reopenTicket(ticket, by));
  await twice(() => snoozeTicket(ticket, until, by));
  expect(await read(ticket)).toMatchObject({ status: "snoozed", snoozedUntil: until });
  await twice(() => wakeTicket(ticket, by));
  await twice(() => archiveTicket(ticket, by));
  await twice(() => restoreTicket(ticket, by));
  await twice(() => setPriority(ticket, "urgent", by));
  await twice(() => setDepartment(ticket, department.id, by));
  await twice(() => setDepartment(ticket, null, by));
  await twice(() => removeLabel(ticket, label.id, by));
  await twice(() => addLabel(ticket, label.id, by));
  expect(await eventsOf(ticket)).toEqual([
    "label-added",
    "closed",
    "reopened",
    "snoozed",
    "woken",
    "archived",
    "restored",
    "priority-changed",
    "department-changed",
    "department-changed",
    "label-removed",
    "label-added",
  ]);
});

test("closing ends a snooze, and snoozing a closed ticket reopens it", async () => {
  const { ticket } = await makeConversation();
  await snoozeTicket(ticket, later(now(), DAY), by);
  await closeTicket(ticket, by);
  expect(await read(ticket)).toMatchObject({ status: "closed", snoozedUntil: null });
  await snoozeTicket(ticket, later(now(), DAY), by);
  expect(await read(ticket)).toMatchObject({ status: "snoozed", closedAt: null });
  expect(await eventsOf(ticket)).toEqual(["snoozed", "closed", "reopened", "snoozed"]);
});

test("archiving is beside status: a snoozed ticket is archived and restored as it was", async () => {
  const { ticket } = await makeConversation();
  const until = later(now(), DAY);
  await snoozeTicket(ticket, until, by);
  await archiveTicket(ticket, by);
  expect(await read(ticket)).toMatchObject({ status: "snoozed", snoozedUntil: until });
  await restoreTicket(ticket, by);
  expect(await read(ticket)).toMatchObject({ status: "snoozed", snoozedUntil: until, archivedAt: null });
});

test.each([
  ["the past", () => later(now(), -1)],
  ["two years ahead", () => later(now(), 730 * DAY)],
])("a ticket can't be snoozed until %s", async (_, until) => {
  const { ticket } = await makeConversation();
  await expect(snoozeTicket(ticket, until(), by)).rejects.toMatchObject({ code: "invalid" });
});

test("a label is found by its name whatever the case, and made when there is none", async () => {
  const { ticket, workspace } = await makeConversation();
  const first = await addLabelNamed(ticket, { name: "  VIP   Norge ", color: "teal" }, by);
  const again = await addLabelNamed(ticket, { name: "vip norge", color: "red" }, by);
  expect(again).toEqual({ id: first.id, name: "VIP Norge", color: "teal" });
  expect(await db.label.count({ where: { workspaceId: workspace.id } })).toBe(1);
});

test("two who type the same new name at once make one label", async () => {
  const { ticket, store, workspace } = await makeConversation();
  const other = await makeTicket(store);
  await Promise.all([addLabelNamed(ticket, grey, by), addLabelNamed(other, { ...grey, name: "RETUR" }, by)]);
  expect(await db.label.count({ where: { workspaceId: workspace.id } })).toBe(1);
});

test("marking unread leaves only the customer's latest message unread", async () => {
  const { ticket, message, agent } = await makeConversation();
  await markRead(ticket, agent);
  await markUnread(ticket, agent);
  const row = await db.ticketRead.findFirstOrThrow({
    where: { workspaceId: ticket.workspaceId, agentId: agent.id },
  });
  expect(row.readAt).toEqual(later(message.createdAt, -1));
});

describe("a ticket of another workspace, one that never was, or one merged away", () => {
  const verbs: [string, (ticket: TicketRef, agent: { id: string }, labelId: string) => Promise<unknown>][] = [
    ["close", (ticket) => closeTicket(ticket, by)],
    ["reopen", (ticket) => reopenTicket(ticket, by)],
    ["snooze", (ticket) => snoozeTicket(ticket, later(now(), DAY), by)],
    ["wake", (ticket) => wakeTicket(ticket, by)],
    ["archive", (ticket) => archiveTicket(ticket, by)],
    ["restore", (ticket) => restoreTicket(ticket, by)],
    ["set the priority of", (ticket) => setPriority(ticket, "low", by)],
    ["set the department of", (ticket) => setDepartment(ticket, null, by)],
    ["label", (ticket, _, labelId) => addLabel(ticket, labelId, by)],
    ["unlabel", (ticket, _, labelId) => removeLabel(ticket, labelId, by)],
    ["read", (ticket, agent) => markRead(ticket, agent)],
    ["unread", (ticket, agent) => markUnread(ticket, agent)],
  ];
  test.each(verbs)("can't %s it", async (_, verb) => {
    const [mine, theirs] = [await makeConversation(), await makeConversation()];
    const { workspaceId } = mine.ticket;
    const label = await addLabelNamed(mine.ticket, grey, by);
    const merged = await makeTicket(mine.store, {
      mergedIntoId: mine.ticket.id,
      status: "closed",
      closedAt: now(),
    });
    for (const id of [theirs.ticket.id, newId(), merged.id])
      await expect(verb({ workspaceId, id }, mine.agent, label.id)).rejects.toMatchObject({
        code: "not-found",
      });
    expect(await eventsOf(theirs.ticket)).toEqual([]);
  });
});
