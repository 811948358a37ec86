// What becomes of a ticket with a reply: it is closed or put aside in the same transaction, and comes back with it.
import { z } from "zod";
import type { Prisma } from "@prisma/client";
import type { Tx } from "../db.server.ts";
import type { Actor } from "../events/event.ts";
import { closeIn, reopenIn } from "./lifecycle.server.ts";
import { snoozeIn, wakeIn } from "./snooze.server.ts";
import type { TicketRef } from "./ticket.ts";

export type Then = { do: "close" } | { do: "snooze"; until: Date };

const state = z.object({
  status: z.enum(["open", "snoozed", "closed"]),
  snoozedUntil: z.iso
    .datetime()
    .transform((at) => new Date(at))
    .nullable(),
});
const kept = z
  .object({ state, then: state.nullable().catch(null) })
  .nullable()
  .catch(null);

/** Does it, and returns what undoing needs. Throws invalid for a time that is none. */
export async function thenDo(
  tx: Tx,
  ticket: TicketRef,
  then: Then | null,
  by: { by: Actor },
): Promise<{ status?: Prisma.InputJsonObject }> {
  if (!then) return {};
  const before = await readState(tx, ticket);
  if (then.do === "close") await closeIn(tx, ticket, by);
  else await snoozeIn(tx, ticket, then.until, by);
  return { status: { state: before, then: await readState(tx, ticket) } };
}

/** Gives the ticket back the status it had, unless somebody has changed it since. */
export async function undoThen(tx: Tx, ticket: TicketRef, stored: unknown, by: { by: Actor }): Promise<void> {
  const did = kept.parse(stored ?? null);
  if (!did?.then) return;
  const now = await readState(tx, ticket);
  if (now.status !== did.then.status || now.snoozedUntil !== (did.then.snoozedUntil?.toISOString() ?? null))
    return;
  const { status, snoozedUntil } = did.state;
  if (status === now.status && snoozedUntil?.toISOString() === now.snoozedUntil) return;
  if (status === "closed") await closeIn(tx, ticket, by);
  else if (status === "snoozed" && snoozedUntil) await snoozeIn(tx, ticket, snoozedUntil, by);
  else if (now.status === "closed") await reopenIn(tx, ticket, by);
  else await wakeIn(tx, ticket, by);
}

/** No words: an event outlives them. */
async function readState(tx: Tx, { workspaceId, id }: TicketRef) {
  const { status, snoozedUntil } = await tx.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id } },
    select: { status: true, snoozedUntil: true },
  });
  return { status, snoozedUntil: snoozedUntil?.toISOString() ?? null };
}
