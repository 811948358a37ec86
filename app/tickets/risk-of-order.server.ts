// An order changed, or is new: what that means for the tickets about it.
import { db } from "../db.server.ts";
import { SYSTEM } from "../events/event.ts";
import type { StoreRef } from "../orders/mirror/keep.server.ts";
import { isStillHere } from "../orders/open-order.ts";
import { judgeLatest, takeOutOfRisk } from "./risk.server.ts";

const MOST = 100;

/**
 * Once it has left, was cancelled or is gone, nothing about it is at risk any more. While it is here, tickets of its
 * customer that came before we knew of it are judged. Repeating it is harmless.
 */
export async function reviewRisk({ workspaceId, storeId }: StoreRef, shopifyId: string): Promise<void> {
  const order = await db.shopOrder.findUnique({
    where: { workspaceId_storeId_shopifyId: { workspaceId, storeId, shopifyId } },
  });
  if (order && isStillHere(order)) return judgeItsCustomer({ workspaceId, storeId }, order);
  const because = !order ? "gone" : order.cancelledAt ? "cancelled" : "sent";
  const about = await db.ticket.findMany({
    where: { workspaceId, storeId, riskOrderId: shopifyId },
    select: { id: true },
    take: MOST,
  });
  for (const { id } of about)
    await db.$transaction((tx) => takeOutOfRisk(tx, { workspaceId, id }, because, { by: SYSTEM }));
}

/** A webhook may be slower than a customer who regrets what they just ordered. */
async function judgeItsCustomer(
  { workspaceId, storeId }: StoreRef,
  { email, processedAt }: { email: string | null; processedAt: Date },
): Promise<void> {
  if (!email) return;
  const contact = await db.contactPoint.findUnique({
    where: { workspaceId_kind_value: { workspaceId, kind: "email", value: email }, removedAt: null },
    select: { customerId: true },
  });
  if (!contact) return;
  const theirs = await db.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM "Ticket" t
    WHERE t."workspaceId" = ${workspaceId}::uuid AND t."customerId" = ${contact.customerId}::uuid
      AND t."storeId" = ${storeId}::uuid AND t."mergedIntoId" IS NULL AND t.status <> 'closed'
      AND t."riskSince" IS NULL AND t."lastInboundAt" >= ${processedAt}::timestamptz
      -- What somebody has said since is not judged over again.
      AND NOT EXISTS (SELECT 1 FROM "Event" e WHERE e."workspaceId" = t."workspaceId" AND e."ticketId" = t.id
        AND e."createdAt" >= t."lastInboundAt" AND e.type = 'order-out-of-risk')
    ORDER BY t."lastMessageAt" DESC LIMIT ${MOST}`;
  for (const { id } of theirs) await judgeLatest({ workspaceId, id });
}
