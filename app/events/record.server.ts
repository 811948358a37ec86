// The only writer of event rows: row, job and notice in the caller's transaction.
import type { Prisma } from "@prisma/client";
import type { Tx } from "../db.server.ts";
import { enqueue, enqueueMany } from "../jobs/queue.server.ts";
import { now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { publish } from "../live/publish.server.ts";
import type { Actor, EventType, TicketEventType } from "./event.ts";

interface Recorded {
  workspaceId: string;
  ticketId?: string;
  type: EventType;
  by: Actor;
  data?: Prisma.InputJsonObject;
  at?: Date;
}

type EventRow = ReturnType<typeof rowOf>;

/** What is recorded in these transactions is written at the end, all in one. */
const gathering = new WeakMap<Tx, EventRow[]>();

/**
 * Records what `work` does to many tickets in a few statements. `also` joins each event's data: it says that the event
 * is one of many. Open pages are not told of each: whoever works on many tells them once.
 */
export async function recordTogether<T>(
  tx: Tx,
  also: Prisma.InputJsonObject,
  work: () => Promise<T>,
): Promise<T> {
  const gathered: EventRow[] = [];
  gathering.set(tx, gathered);
  const done = await work().finally(() => gathering.delete(tx));
  if (!gathered.length) return done;
  await tx.event.createMany({ data: gathered.map((row) => ({ ...row, data: { ...row.data, ...also } })) });
  const jobs = gathered.map(({ workspaceId, id }) => ({ workspaceId, eventId: id }));
  await enqueueMany(tx, "ticket-event", jobs);
  return done;
}

/** Records that something happened to a ticket; its reactions run in a job, open pages hear of it. Returns its id. */
export async function recordTicketEvent(
  tx: Tx,
  ticket: { workspaceId: string; id: string },
  event: { type: TicketEventType; by: Actor; data?: Prisma.InputJsonObject; at?: Date },
): Promise<string> {
  const { workspaceId, id: ticketId } = ticket;
  const row = rowOf({ workspaceId, ticketId, ...event });
  const gathered = gathering.get(tx);
  if (gathered) {
    gathered.push(row);
    return row.id;
  }
  await tx.event.create({ data: row });
  await enqueue(tx, "ticket-event", { workspaceId, eventId: row.id });
  await publish(tx, { workspaceId, id: row.id, type: event.type, ticketId });
  return row.id;
}

/** Records that something happened to anything else in the workspace. */
export async function recordEvent(
  tx: Tx,
  workspaceId: string,
  event: { type: EventType; by: Actor; data?: Prisma.InputJsonObject; agentId?: string },
): Promise<void> {
  const { agentId, ...rest } = event;
  const row = rowOf({ workspaceId, ...rest });
  await tx.event.create({ data: row });
  await publish(tx, { workspaceId, id: row.id, type: event.type, ...(agentId ? { agentId } : {}) });
}

const rowOf = (event: Recorded) => ({
  workspaceId: event.workspaceId,
  id: newId(),
  ticketId: event.ticketId ?? null,
  type: event.type,
  actorKind: event.by.kind,
  actorId: "id" in event.by ? event.by.id : null,
  data: event.data ?? {},
  createdAt: event.at ?? now(),
});
