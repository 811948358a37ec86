// Tickets deleted for good: by an owner or admin from the archive, or when their thirty days are over.
import { db, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { SYSTEM, type Actor } from "../events/event.ts";
import { recordEvent } from "../events/record.server.ts";
import { now } from "../lib/clock.ts";
import { expiredBefore } from "../tickets/archive.ts";
import type { TicketRef } from "../tickets/ticket.ts";
import { eraseTickets } from "./erase-tickets.server.ts";

/** In one transaction: a ticket may have many messages. */
const BATCH = 50;
/** In one go: the next sweep takes the rest. */
const BATCHES = 20;

/** Deletes an archived ticket now. Throws not-found for one that is gone, invalid for one that is not archived. */
export const deleteTicket = (ticket: TicketRef, { by }: { by: Actor }): Promise<void> =>
  db.$transaction(
    async (tx) => {
      const { workspaceId, id } = ticket;
      if (await deleteIn(tx, workspaceId, [id], now(), by)) return;
      const there = await tx.ticket.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
      throw new AppError(there && !there.mergedIntoId ? "invalid" : "not-found");
    },
    { timeout: 60_000 },
  );

/** Deletes what has been in the archive for thirty days. Returns how many went. */
export async function deleteExpired(): Promise<number> {
  let gone = 0;
  for (let batch = 0; batch < BATCHES; batch++) {
    const before = expiredBefore(now());
    // eslint-disable-next-line samla/tenant-where -- expired tickets of every workspace
    const due = await db.ticket.findMany({
      where: { archivedAt: { lte: before }, mergedIntoId: null },
      select: { workspaceId: true, id: true },
      orderBy: { archivedAt: "asc" },
      take: BATCH,
    });
    for (const [workspaceId, tickets] of Map.groupBy(due, (ticket) => ticket.workspaceId)) {
      const ids = tickets.map(({ id }) => id);
      gone += await db.$transaction((tx) => deleteIn(tx, workspaceId, ids, before, SYSTEM), {
        timeout: 60_000,
      });
    }
    if (due.length < BATCH) break;
  }
  return gone;
}

/** Those of the tickets that have been archived since then or longer, with what was merged into them. */
async function deleteIn(
  tx: Tx,
  workspaceId: string,
  ids: string[],
  before: Date,
  by: Actor,
): Promise<number> {
  // Locked: a customer's answer restores the ticket first, or finds it gone and opens a new one.
  const due = await tx.$queryRaw<{ id: string; number: number }[]>`
    SELECT id, number FROM "Ticket" WHERE "workspaceId" = ${workspaceId}::uuid AND id = ANY(${ids}::uuid[])
      AND "archivedAt" <= ${before}::timestamptz AND "mergedIntoId" IS NULL ORDER BY id FOR UPDATE`;
  if (!due.length) return 0;
  const merged = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE into_them AS (
      SELECT id FROM "Ticket" WHERE "workspaceId" = ${workspaceId}::uuid
        AND "mergedIntoId" = ANY(${due.map(({ id }) => id)}::uuid[])
      UNION
      SELECT t.id FROM into_them m JOIN "Ticket" t ON t."workspaceId" = ${workspaceId}::uuid AND t."mergedIntoId" = m.id
    ) SELECT id FROM into_them`;
  await eraseTickets(
    tx,
    workspaceId,
    [...due, ...merged].map(({ id }) => id),
  );
  // The number and nothing else: what was said is gone.
  for (const { number } of due)
    await recordEvent(tx, workspaceId, { type: "ticket-deleted", by, data: { number } });
  return due.length;
}
