// A ticket's identity, found anew from its messages: after they moved, were judged otherwise, or were vouched for.
import type { Tx } from "../db.server.ts";
import { identityOf, judgedOf } from "./identity.ts";

/**
 * Only the words of the ticket's own customer count, and those of strangers: what another customer wrote, whose ticket
 * was merged into this one, says nothing of this one's.
 */
export async function settleIdentity(
  tx: Tx,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<void> {
  const rows = await tx.$queryRaw<{ judged: string | null; vouched: boolean }[]>`
    SELECT DISTINCT m."vouchedAt" IS NOT NULL AS vouched,
      coalesce(m.judged, CASE m."senderProof" WHEN 'unverified' THEN 'stranger' WHEN 'claimed' THEN 'address'
        WHEN 'verified' THEN CASE WHEN m."shopifyId" IS NULL THEN 'signed-reply' ELSE 'signed-in' END END) AS judged
    FROM "Message" m JOIN "Ticket" t ON t."workspaceId" = m."workspaceId" AND t.id = m."ticketId"
    WHERE m."workspaceId" = ${workspaceId}::uuid AND m."ticketId" = ${id}::uuid AND m.kind = 'inbound'
      AND m.machine IS NULL AND (m."customerId" IS NULL OR t."customerId" IS NULL OR m."customerId" = t."customerId")`;
  const vouched = rows.some((row) => row.vouched);
  const said = rows.filter((row) => !row.vouched).map(({ judged }) => judgedOf(judged));
  const known = said.filter((judged) => judged !== null);
  // Words without any judgement leave a ticket as it is.
  if (said.length && !known.length && !vouched) return;
  const { identity, reason } = identityOf(known, vouched);
  await tx.ticket.updateMany({
    where: {
      workspaceId,
      id,
      OR: [{ identity: { not: identity } }, { identityReason: null }, { identityReason: { not: reason } }],
    },
    data: { identity, identityReason: reason },
  });
}
