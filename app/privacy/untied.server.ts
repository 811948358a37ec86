import type { Tx } from "../db.server.ts";

/**
 * Deletes those of the given customers whom nothing holds any more: no ticket, no message, no store that knows
 * them. Their addresses go with them. Somebody another store still knows stays as they are.
 */
export async function deleteUntied(tx: Tx, workspaceId: string, customerIds: string[]): Promise<void> {
  if (!customerIds.length) return;
  const untied = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "Customer" c
    WHERE c."workspaceId" = ${workspaceId}::uuid AND c.id = ANY(${customerIds}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM "Ticket" t WHERE t."workspaceId" = c."workspaceId" AND t."customerId" = c.id)
      AND NOT EXISTS (SELECT 1 FROM "Message" m WHERE m."workspaceId" = c."workspaceId" AND m."customerId" = c.id)
      AND NOT EXISTS (SELECT 1 FROM "ShopifyCustomer" l WHERE l."workspaceId" = c."workspaceId" AND l."customerId" = c.id)
    FOR UPDATE`;
  const ids = untied.map(({ id }) => id);
  await tx.customerProfile.deleteMany({ where: { workspaceId, customerId: { in: ids } } });
  await tx.contactPoint.deleteMany({ where: { workspaceId, customerId: { in: ids } } });
  await forgetMerges(tx, workspaceId, ids);
  await tx.customer.deleteMany({ where: { workspaceId, id: { in: ids } } });
}

/** Who turned out to be them goes too: nothing of it can be undone any more. */
async function forgetMerges(tx: Tx, workspaceId: string, ids: string[]): Promise<void> {
  const swallowed = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE swallowed AS (
      SELECT id FROM "Customer" WHERE "workspaceId" = ${workspaceId}::uuid AND "mergedIntoId" = ANY(${ids}::uuid[])
      UNION
      SELECT c.id FROM "Customer" c JOIN swallowed s ON c."mergedIntoId" = s.id
      WHERE c."workspaceId" = ${workspaceId}::uuid)
    SELECT id FROM swallowed`;
  const gone = swallowed.map(({ id }) => id);
  // A visitor is still tied to whom they were taken for.
  await tx.visitor.updateMany({
    where: { workspaceId, customerId: { in: [...ids, ...gone] } },
    data: { customerId: null },
  });
  await tx.customer.deleteMany({ where: { workspaceId, id: { in: gone } } });
  await tx.customerMerge.deleteMany({
    where: { workspaceId, OR: [{ fromId: { in: ids } }, { intoId: { in: ids } }] },
  });
}
