// Out of sight until a chosen time, or until the customer answers. Repeating either is harmless.
import { db, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import type { Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { DAY, later, now } from "../lib/clock.ts";
import { endOf, type Milestone, type OrderState } from "../orders/milestone.ts";
import { changeIn } from "./change.server.ts";
import { reopenIn } from "./lifecycle.server.ts";
import { mayWakeAt } from "./snooze.ts";
import type { TicketRef } from "./ticket.ts";

/** What was waited for may never happen, and nobody would know. */
const LONGEST_WAIT = 60 * DAY;

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

/**
 * Puts a ticket aside until something happens to its order, for so long at most. Throws invalid when it has happened,
 * never will, or Shopify has not said which order it is.
 */
export async function snoozeForIn(
  tx: Tx,
  ticket: TicketRef,
  milestone: Milestone,
  { by }: { by: Actor },
): Promise<boolean> {
  const order = await orderOf(tx, ticket);
  const reason = order ? endOf(milestone, order) : "no-order";
  if (!order || reason) throw new AppError("invalid", { field: "for", ...(reason ? { reason } : {}) });
  await reopenIn(tx, ticket, { by });
  const until = later(now(), LONGEST_WAIT);
  const other = { OR: [{ snoozedFor: null }, { snoozedFor: { not: milestone } }] };
  const snoozed = await changeIn(
    tx,
    ticket,
    { OR: [{ status: "open" }, { status: "snoozed", AND: other }] },
    { status: "snoozed", snoozedUntil: until, snoozedFor: milestone },
  );
  const data = { for: milestone, order: order.name, until: until.toISOString() };
  if (snoozed) await recordTicketEvent(tx, ticket, { type: "snoozed", by, data });
  return snoozed;
}

/** Held as it is until the ticket waits for it: what becomes of it then finds somebody waiting. */
async function orderOf(tx: Tx, { workspaceId, id }: TicketRef) {
  const [order] = await tx.$queryRaw<(OrderState & { name: string })[]>`
    SELECT o.name, o.financial, o.fulfillment, o."returnStatus", o."deliveredAt", o."cancelledAt"
    FROM "Ticket" t JOIN "ShopOrder" o ON o."workspaceId" = t."workspaceId" AND o."storeId" = t."storeId"
      AND o."shopifyId" = substring(t."shopifyOrderId" FROM '\\d+$')
    WHERE t."workspaceId" = ${workspaceId}::uuid AND t.id = ${id}::uuid
    FOR SHARE OF o`;
  return order ?? null;
}

/** Ends a snooze: the ticket is open again, where it was. */
export async function wakeIn(tx: Tx, ticket: TicketRef, { by }: { by: Actor }): Promise<boolean> {
  const woken = await changeIn(tx, ticket, { status: "snoozed" }, { status: "open", snoozedUntil: null });
  if (woken) await recordTicketEvent(tx, ticket, { type: "woken", by });
  return woken;
}

export const snoozeTicket = (ticket: TicketRef, until: Date, by: { by: Actor }): Promise<boolean> =>
  db.$transaction((tx) => snoozeIn(tx, ticket, until, by));

export const snoozeTicketFor = (
  ticket: TicketRef,
  milestone: Milestone,
  by: { by: Actor },
): Promise<boolean> => db.$transaction((tx) => snoozeForIn(tx, ticket, milestone, by));

export const wakeTicket = (ticket: TicketRef, by: { by: Actor }): Promise<boolean> =>
  db.$transaction((tx) => wakeIn(tx, ticket, by));
