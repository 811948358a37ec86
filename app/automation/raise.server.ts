// Messages that visitors left while a store was closed stand first in line when work begins: looked for every minute, so
// it is the store's own clock that counts, whatever the season. The one that has waited longest comes out on top.
import { db, type Tx } from "../db.server.ts";
import { SYSTEM } from "../events/event.ts";
import { recordTicketEvent, recordTogether } from "../events/record.server.ts";
import { later, now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { publish } from "../live/publish.server.ts";
import { lockTickets } from "../tickets/lock.server.ts";
import { isOpen } from "./hours.ts";
import { readHoursOfMany, type StoreRef } from "./read-hours.server.ts";

const BATCH = 100;
/** Of one store in one go: the next sweep takes the rest. */
const BATCHES = 20;

/** Whose hours are read together. */
const STORES = 200;

/** Raises what came while they were closed, in every store that is open now. Returns how many tickets moved. */
export async function raiseAtOpening(): Promise<number> {
  const waiting = await storesWithWaiting();
  let raised = 0;
  for (let from = 0; from < waiting.length; from += STORES) {
    const stores = waiting.slice(from, from + STORES);
    const hours = await readHoursOfMany(stores);
    for (const store of stores) {
      const theirs = hours.get(`${store.workspaceId} ${store.id}`);
      if (theirs && isOpen(theirs, now())) raised += await raiseOf(store);
    }
  }
  return raised;
}

/** As many at most as there are stores. */
const storesWithWaiting = (): Promise<StoreRef[]> =>
  db.$queryRaw<StoreRef[]>`
    SELECT DISTINCT "workspaceId", "storeId" AS id FROM "Chat" WHERE offline AND "raisedAt" IS NULL`;

/** Newest first, so that the oldest is moved last. */
async function raiseOf(store: StoreRef): Promise<number> {
  let [raised, at] = [0, now()];
  for (let batch = 0; batch < BATCHES; batch++) {
    const due = await db.chat.findMany({
      where: { workspaceId: store.workspaceId, storeId: store.id, offline: true, raisedAt: null },
      select: { ticketId: true },
      orderBy: { startedAt: "desc" },
      take: BATCH,
    });
    const ids = due.map(({ ticketId }) => ticketId);
    if (ids.length) raised += await db.$transaction((tx) => raiseIn(tx, store.workspaceId, ids, at));
    at = later(at, ids.length);
    if (ids.length < BATCH) break;
  }
  return raised;
}

/**
 * Each once, a millisecond after the one before; whatever somebody has answered, closed or put aside meanwhile stays
 * where it is. Pages are told once.
 */
async function raiseIn(tx: Tx, workspaceId: string, ids: string[], at: Date): Promise<number> {
  await lockTickets(tx, workspaceId, ids);
  const raised = await tx.$queryRaw<{ id: string }[]>`
    WITH due AS (
      UPDATE "Chat" SET "raisedAt" = ${at}
      WHERE "workspaceId" = ${workspaceId}::uuid AND "ticketId" = ANY(${ids}::uuid[]) AND "raisedAt" IS NULL
      RETURNING "ticketId"
    )
    UPDATE "Ticket" t SET "lastMessageAt" = ${at}::timestamptz + array_position(${ids}::uuid[], t.id) * interval '1 ms'
    FROM due
    WHERE t."workspaceId" = ${workspaceId}::uuid AND t.id = due."ticketId" AND t.status = 'open'
      AND t."waitingOn" = 'us' AND NOT t.spam AND t."archivedAt" IS NULL AND t."mergedIntoId" IS NULL
    RETURNING t.id`;
  if (!raised.length) return 0;
  await recordTogether(tx, {}, async () => {
    for (const { id } of raised)
      await recordTicketEvent(tx, { workspaceId, id }, { type: "raised", by: SYSTEM });
  });
  await publish(tx, { workspaceId, id: newId(), type: "bulk" });
  return raised.length;
}
