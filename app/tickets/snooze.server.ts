// Out of sight until a chosen time, or until the customer answers. Repeating either is harmless.
import { db, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import type { Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { now } from "../lib/clock.ts";
import { changeIn } from "./change.server.ts";
import { reopenIn } from "./lifecycle.server.ts";
import { mayWakeAt } from "./snooze.ts";
import type { TicketRef } from "./ticket.ts";

/** Puts a ticket aside until then; a closed one is reopened for it. Throws invalid for the past and for far away. */
export async function snoozeIn(
  tx: Tx,
  ticket: TicketRef,
  until: Date,
  { by }: { by: Actor },
): Promise<boolean> {
  if (!mayWakeAt(until, now())) throw new AppError("invalid", { field: "until" });
  await reopenIn(tx, ticket, { by });
  const snoozed = await changeIn(
    tx,
    ticket,
    { OR: [{ status: "open" }, { status: "snoozed", snoozedUntil: { not: until } }] },
    { status: "snoozed", snoozedUntil: until },
  );
  if (snoozed)
    await recordTicketEvent(tx, ticket, { type: "snoozed", by, data: { until: until.toISOString() } });
  return snoozed;
}

/** Ends a snooze: the ticket is open again, where it was. */
export async function wakeIn(tx: Tx, ticket: TicketRef, { by }: { by: Actor }): Promise<boolean> {
  const woken = await changeIn(tx, ticket, { status: "snoozed" }, { status: "open", snoozedUntil: null });
  if (woken) await recordTicketEvent(tx, ticket, { type: "woken", by });
  return woken;
}

export const snoozeTicket = (ticket: TicketRef, until: Date, by: { by: Actor }): Promise<boolean> =>
  db.$transaction((tx) => snoozeIn(tx, ticket, until, by));

export const wakeTicket = (ticket: TicketRef, by: { by: Actor }): Promise<boolean> =>
  db.$transaction((tx) => wakeIn(tx, ticket, by));
