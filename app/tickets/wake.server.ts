// Snoozed tickets whose time has come. They must be noticed: open, our turn, on top, and unread.
import type { Prisma } from "@prisma/client";
import { db, type Tx } from "../db.server.ts";
import { SYSTEM, type Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { now } from "../lib/clock.ts";
import { markUnreadIn } from "./reading.server.ts";
import type { TicketRef } from "./ticket.ts";

const BATCH = 200;
/** In one go: the next sweep takes the rest. */
const BATCHES = 10;

/** Wakes what is due, soonest first. Returns how many woke. */
export async function wakeDue(): Promise<number> {
  let woken = 0;
  for (let batch = 0; batch < BATCHES; batch++) {
    // eslint-disable-next-line samla/tenant-where -- due tickets of every workspace
    const due = await db.ticket.findMany({
      where: { status: "snoozed", snoozedUntil: { lte: now() } },
      select: { workspaceId: true, id: true },
      orderBy: { snoozedUntil: "asc" },
      take: BATCH,
    });
    for (const ticket of due) if (await db.$transaction((tx) => wakeOne(tx, ticket))) woken += 1;
    if (due.length < BATCH) break;
  }
  return woken;
}

/** Somebody may have woken, closed or snoozed it anew meanwhile. */
async function wakeOne(tx: Tx, { workspaceId, id }: TicketRef): Promise<boolean> {
  const waited = await tx.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { snoozedFor: true, orderName: true },
  });
  const data = waited?.snoozedFor ? { for: waited.snoozedFor, end: "time", order: waited.orderName } : {};
  return wakeNow(tx, { workspaceId, id }, { snoozedUntil: { lte: now() } }, { by: SYSTEM, data });
}

/** Brings a snoozed ticket back to be noticed, if it is (still) one of `where`. */
export async function wakeNow(
  tx: Tx,
  ticket: TicketRef,
  where: Prisma.TicketWhereInput,
  { by, data }: { by: Actor; data: Prisma.InputJsonObject },
): Promise<boolean> {
  const { workspaceId, id } = ticket;
  const { count } = await tx.ticket.updateMany({
    where: { workspaceId, id, status: "snoozed", AND: where },
    data: { status: "open", snoozedUntil: null, waitingOn: "us", lastMessageAt: now() },
  });
  if (!count) return false;
  await makeUnread(tx, ticket);
  await recordTicketEvent(tx, ticket, { type: "woken", by, data });
  return true;
}

/** For its owner; for everybody who had read it when it has none. */
async function makeUnread(tx: Tx, ticket: TicketRef): Promise<void> {
  const { workspaceId, id } = ticket;
  const { assigneeId, mergedIntoId } = await tx.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id } },
    select: { assigneeId: true, mergedIntoId: true },
  });
  if (mergedIntoId) return;
  const readers = assigneeId
    ? [{ agentId: assigneeId }]
    : await tx.ticketRead.findMany({ where: { workspaceId, ticketId: id }, select: { agentId: true } });
  for (const { agentId } of readers) await markUnreadIn(tx, ticket, { id: agentId });
}
