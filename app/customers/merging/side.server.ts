import { db } from "../../db.server.ts";
import { MOST_COUNTED, type CustomerSide, type PastMerge } from "./side.ts";

/** What there is of these customers; those that are there and not merged away. */
export async function readSides(workspace: { id: string }, ids: string[]): Promise<CustomerSide[]> {
  const rows = await db.$queryRaw<(Omit<CustomerSide, "firstSeen"> & { createdAt: Date })[]>`
    SELECT c.id, c.name, c.email, c."createdAt",
      (SELECT count(*)::int FROM (SELECT 1 FROM "Ticket" t WHERE t."workspaceId" = c."workspaceId"
        AND t."customerId" = c.id AND t."mergedIntoId" IS NULL LIMIT ${MOST_COUNTED}) counted) AS tickets,
      ARRAY(SELECT p.value FROM "ContactPoint" p WHERE p."workspaceId" = c."workspaceId" AND p."customerId" = c.id
        AND p."removedAt" IS NULL ORDER BY p.kind, p."createdAt" LIMIT 20) AS addresses,
      ARRAY(SELECT DISTINCT s.name FROM "ShopifyCustomer" l
        JOIN "Store" s ON s."workspaceId" = l."workspaceId" AND s.id = l."storeId"
        WHERE l."workspaceId" = c."workspaceId" AND l."customerId" = c.id) AS stores
    FROM "Customer" c
    WHERE c."workspaceId" = ${workspace.id}::uuid AND c.id = ANY(${ids}::uuid[]) AND c."mergedIntoId" IS NULL`;
  return rows.map(({ createdAt, ...side }) => ({ ...side, firstSeen: createdAt.toISOString() }));
}

/** Who became this customer and can be made another again, the latest first. */
export async function listMerges({
  workspaceId,
  id,
}: {
  workspaceId: string;
  id: string;
}): Promise<PastMerge[]> {
  const rows = await db.$queryRaw<(Omit<PastMerge, "at"> & { createdAt: Date })[]>`
    SELECT g.id, coalesce(nullif(c.name, ''), c.email, '') AS name, a.name AS "byName",
      g."byId" IS NULL AS "byShopify", g."createdAt"
    FROM "CustomerMerge" g
    JOIN "Customer" c ON c."workspaceId" = g."workspaceId" AND c.id = g."fromId" AND c."mergedIntoId" = g."intoId"
    LEFT JOIN "Agent" a ON a."workspaceId" = g."workspaceId" AND a.id = g."byId"
    WHERE g."workspaceId" = ${workspaceId}::uuid AND g."intoId" = ${id}::uuid AND g."undoneAt" IS NULL
    ORDER BY g.id DESC LIMIT 50`;
  return rows.map(({ createdAt, ...merge }) => ({ ...merge, at: createdAt.toISOString() }));
}
