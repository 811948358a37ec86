// A list's order as SQL: how it is sorted, and what comes after a cursor.
import { Prisma } from "@prisma/client";
import type { TicketFilter } from "./filter.ts";
import { orderOf } from "./order.ts";
import { PRIORITIES, STATUSES } from "./ticket.ts";
import type { Cursor } from "./view.ts";

const TIME = {
  lastMessageAt: Prisma.sql`t."lastMessageAt"`,
  snoozedUntil: Prisma.sql`t."snoozedUntil"`,
  archivedAt: Prisma.sql`t."archivedAt"`,
  riskSince: Prisma.sql`t."riskSince"`,
};

const URGENCY = Prisma.sql`array_position(ARRAY['low', 'normal', 'high', 'urgent'], t.priority) - 1`;

/** ORDER BY of the list of tickets `t`. */
export function orderBy(filter: TicketFilter): Prisma.Sql {
  const { by, descending, urgentFirst } = orderOf(filter);
  const direction = descending ? Prisma.sql`DESC` : Prisma.empty;
  const time = Prisma.sql`${TIME[by]} ${direction}, t.id ${direction}`;
  return urgentFirst && filter.priority.length !== 1 ? Prisma.sql`${URGENCY} DESC, ${time}` : time;
}

/** The condition on `t` that it comes after the cursor. */
export function after(filter: TicketFilter, { at, id, urgency }: Cursor): Prisma.Sql {
  const { by, descending, urgentFirst } = orderOf(filter);
  const beyond = descending ? Prisma.sql`<` : Prisma.sql`>`;
  const later = Prisma.sql`(${TIME[by]}, t.id) ${beyond} (${at}::timestamptz, ${id}::uuid)`;
  if (!urgentFirst || urgency === undefined) return later;
  const [same, another] = filter.priority;
  if (same && !another) return PRIORITIES.indexOf(same) < urgency ? Prisma.sql`true` : later;
  return Prisma.sql`(${URGENCY} < ${urgency} OR (${URGENCY} = ${urgency} AND ${later}))`;
}

/**
 * Narrower filters that are the filter together. Each is one stretch of an index already in order, where the whole
 * would have to be sorted or searched through: one priority at a time for "urgent first" and for rare priorities,
 * one status at a time for two of the three.
 */
export function branchesOf(filter: TicketFilter, cursor: Cursor | null): TicketFilter[] {
  if (isShort(filter)) return [filter];
  const raised = filter.priority.length > 0 && !filter.priority.includes("normal");
  const byPriority = orderOf(filter).urgentFirst || raised ? priorityBranches(filter, cursor) : [filter];
  return byPriority.flatMap((branch) => statusBranches(branch));
}

/** Lists that are sorted as fast as they are read: one agent's open tickets, thirty days of archive, spam, at risk. */
const isShort = ({ view, status }: TicketFilter): boolean =>
  view === "archived" ||
  view === "spam" ||
  view === "at-risk" ||
  (view === "mine" && !status.includes("closed"));

function priorityBranches(filter: TicketFilter, cursor: Cursor | null): TicketFilter[] {
  const past = (orderOf(filter).urgentFirst ? cursor?.urgency : undefined) ?? PRIORITIES.length;
  const asked = filter.priority.length ? filter.priority : PRIORITIES;
  const left = asked.filter((one) => PRIORITIES.indexOf(one) <= past);
  // A cursor of another list may leave none; any one will do then.
  return (left.length ? left : asked.slice(0, 1)).map((one) => ({ ...filter, priority: [one] }));
}

/** The index of raised priorities goes by status; the views' own go by one status or by none. */
function statusBranches(filter: TicketFilter): TicketFilter[] {
  const [priority, another] = filter.priority;
  const raised = priority !== undefined && !another && priority !== "normal";
  const asked = filter.status.length || filter.view !== "all" || !raised ? filter.status : [...STATUSES];
  const several = asked.length > 1 && (raised || asked.length < STATUSES.length);
  return several ? asked.map((one) => ({ ...filter, status: [one] })) : [filter];
}
