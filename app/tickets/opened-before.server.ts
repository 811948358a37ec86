// Tickets opened before a day, newest first: all that stands at the top of the list is newer, and none of it fits. They
// are of two kinds: conversations that went on beyond that day, which an index of lifetimes knows, and those that were
// over by then, which stand together further down. Neither is met by walking through what is newer.
import { Prisma } from "@prisma/client";
import type { TicketFilter } from "./filter.ts";
import type { Asker } from "./matching.server.ts";
import { orderOf } from "./order.ts";
import { readQuery } from "./search/query.ts";

/** The moment by which the filter's tickets were opened, for a list that begins with the newest; null where there is none. */
export function openedBefore({ timeZone = "UTC" }: Asker, filter: TicketFilter): Prisma.Sql | null {
  const order = orderOf(filter);
  if (order.by !== "lastMessageAt" || !order.descending) return null;
  const days = readQuery(filter.search).conditions.flatMap((one) =>
    one.on === "before" && !one.not ? [Prisma.sql`${one.value}::date`] : [],
  );
  if (filter.to) days.push(Prisma.sql`${filter.to}::date + 1`);
  return days.length ? Prisma.sql`(LEAST(${Prisma.join(days)})::timestamp AT TIME ZONE ${timeZone})` : null;
}

/** That ticket `t` was opened by the moment and talked about at it or later. */
export const wentBeyond = (moment: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`tstzrange(t."createdAt", GREATEST(t."createdAt", t."lastMessageAt"), '[]') @> ${moment}`;

/** That nothing was said in ticket `t` from the moment on. */
export const wasOverBy = (moment: Prisma.Sql): Prisma.Sql => Prisma.sql`t."lastMessageAt" < ${moment}`;
