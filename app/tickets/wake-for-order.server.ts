// A ticket that waits for something to happen to its order: it has happened, or never will.
import { db, type Tx } from "../db.server.ts";
import { SYSTEM } from "../events/event.ts";
import { endOf, milestoneOf } from "../orders/milestone.ts";
import type { StoreRef } from "../orders/mirror/keep.server.ts";
import type { TicketRef } from "./ticket.ts";
import { wakeNow } from "./wake.server.ts";

/** More about one order than this is nobody's doing by hand. */
const MOST = 500;

/** Wakes the tickets that waited for what this order has come to. Repeating it is harmless. */
export async function wakeForOrder({ workspaceId, storeId }: StoreRef, shopifyId: string): Promise<void> {
  const order = await db.shopOrder.findUnique({
    where: { workspaceId_storeId_shopifyId: { workspaceId, storeId, shopifyId } },
  });
  if (!order) return;
  const waiting = await db.ticket.findMany({
    where: {
      workspaceId,
      storeId,
      shopifyOrderId: `gid://shopify/Order/${shopifyId}`,
      status: "snoozed",
      snoozedFor: { not: null },
    },
    select: { id: true, snoozedFor: true },
    take: MOST,
  });
  for (const { id, snoozedFor } of waiting) {
    const milestone = milestoneOf(snoozedFor);
    const end = milestone && endOf(milestone, order);
    if (end) await db.$transaction((tx) => wake(tx, { workspaceId, id }, milestone, end, order.name));
  }
}

/** Somebody may have woken it or snoozed it for something else meanwhile. */
const wake = (tx: Tx, ticket: TicketRef, milestone: string, end: string, order: string): Promise<boolean> =>
  wakeNow(tx, ticket, { snoozedFor: milestone }, { by: SYSTEM, data: { for: milestone, end, order } });
