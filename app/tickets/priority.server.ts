// What comes first.
import { db, type Tx } from "../db.server.ts";
import type { Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { changeIn } from "./change.server.ts";
import type { Priority, TicketRef } from "./ticket.ts";

/** Gives a ticket a priority. */
export async function setPriorityIn(
  tx: Tx,
  ticket: TicketRef,
  priority: Priority,
  { by }: { by: Actor },
): Promise<boolean> {
  const changed = await changeIn(tx, ticket, { priority: { not: priority } }, { priority });
  if (changed) await recordTicketEvent(tx, ticket, { type: "priority-changed", by, data: { priority } });
  return changed;
}

export const setPriority = (ticket: TicketRef, priority: Priority, by: { by: Actor }): Promise<boolean> =>
  db.$transaction((tx) => setPriorityIn(tx, ticket, priority, by));
