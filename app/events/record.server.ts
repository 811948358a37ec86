// The only writer of event rows: row, job and notice in the caller's transaction.
import type { Prisma } from "@prisma/client";
import type { Tx } from "../db.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { publish } from "../live/publish.server.ts";
import type { Actor, EventType, TicketEventType } from "./event.ts";

/** Records that something happened to a ticket; its reactions run in a job, open pages hear of it. Returns its id. */
export async function recordTicketEvent(
  tx: Tx,
  ticket: { workspaceId: string; id: string },
  event: { type: TicketEventType; by: Actor; data?: Prisma.InputJsonObject; at?: Date },
): Promise<string> {
  const id = await write(tx, { workspaceId: ticket.workspaceId, ticketId: ticket.id, ...event });
  await enqueue(tx, "ticket-event", { workspaceId: ticket.workspaceId, eventId: id });
  await publish(tx, { workspaceId: ticket.workspaceId, id, type: event.type, ticketId: ticket.id });
  return id;
}

/** Records that something happened to anything else in the workspace. */
export async function recordEvent(
  tx: Tx,
  workspaceId: string,
  event: { type: EventType; by: Actor; data?: Prisma.InputJsonObject; agentId?: string },
): Promise<void> {
  const { agentId, ...rest } = event;
  const id = await write(tx, { workspaceId, ...rest });
  await publish(tx, { workspaceId, id, type: event.type, ...(agentId ? { agentId } : {}) });
}

async function write(
  tx: Tx,
  event: {
    workspaceId: string;
    ticketId?: string;
    type: EventType;
    by: Actor;
    data?: Prisma.InputJsonObject;
    at?: Date;
  },
): Promise<string> {
  const id = newId();
  await tx.event.create({
    data: {
      workspaceId: event.workspaceId,
      id,
      ticketId: event.ticketId ?? null,
      type: event.type,
      actorKind: event.by.kind,
      actorId: "id" in event.by ? event.by.id : null,
      data: event.data ?? {},
      createdAt: event.at ?? now(),
    },
  });
  return id;
}
