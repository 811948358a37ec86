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
};

const URGENCY = Prisma.sql`array_position(ARRAY['low', 'normal', 'high', 'urgent'], t.priority) - 1`;

/** ORDER BY of the list of tickets `t`. */
export const orderBy = (filter: TicketFilter): Prisma.Sql =>
  orderOf(filter).urgentFirst ? Prisma.sql`${URGENCY} DESC, ${orderWithin(filter)}` : orderWithin(filter);

/** The same within one of its branches: there all are equally urgent. */
export function orderWithin(filter: TicketFilter): Prisma.Sql {
  const { by, descending } = orderOf(filter);
  const direction = descending ? Prisma.sql`DESC` : Prisma.empty;
  return Prisma.sql`${TIME[by]} ${direction}, t.id ${direction}`;
}

/** The condition on `t` that it comes after the cursor. */
export function after(filter: TicketFilter, { at, id, urgency }: Cursor): Prisma.Sql {
  const order = orderOf(filter);
  const beyond = order.descending ? Prisma.sql`<` : Prisma.sql`>`;
  const later = Prisma.sql`(${TIME[order.by]}, t.id) ${beyond} (${at}::timestamptz, ${id}::uuid)`;
  if (!order.urgentFirst) return later;
  const [same] = filter.priority;
  // One priority at a time (branchesOf): all of those further down, and of the cursor's own what is later.
  return same && PRIORITIES.indexOf(same) < (urgency ?? PRIORITIES.length) ? Prisma.sql`true` : later;
}

/**
 * Narrower filters that are the filter together. Each is one stretch of an index already in order, where the whole
 * would have to be sorted: one priority at a time for "urgent first", one status at a time for two of the three.
 */
export function branchesOf(filter: TicketFilter, cursor: Cursor | null): TicketFilter[] {
  const priorities = filter.priority.length ? filter.priority : [...PRIORITIES];
  const past = cursor?.urgency ?? PRIORITIES.length;
  const byPriority = orderOf(filter).urgentFirst
    ? priorities
        .filter((one) => PRIORITIES.indexOf(one) <= past)
        .map((one) => ({ ...filter, priority: [one] }))
    : [filter];
  const several = filter.status.length > 1 && filter.status.length < STATUSES.length;
  return several
    ? byPriority.flatMap((branch) => filter.status.map((one) => ({ ...branch, status: [one] })))
    : byPriority;
}
