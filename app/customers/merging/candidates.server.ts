// Who may be the same person under another address. Only what seldom deceives; each look is a short stretch of an index.
import { db } from "../../db.server.ts";
import type { CustomerRef } from "../find.server.ts";
import { readSides } from "./side.server.ts";
import type { SameBecause, SuggestedCustomer } from "./side.ts";

const MOST = 5;
/** Orders that are looked through. */
const MOST_ORDERS = 50;

/** Those with the most reasons first. */
export async function suggestSame({ workspaceId, id }: CustomerRef): Promise<SuggestedCustomer[]> {
  const rows = await db.$queryRaw<{ id: string; reason: SameBecause }[]>`
    WITH me AS (SELECT id, name, email FROM "Customer" WHERE "workspaceId" = ${workspaceId}::uuid AND id = ${id}::uuid),
    mine AS (
      SELECT kind, value FROM "ContactPoint"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "customerId" = ${id}::uuid AND "removedAt" IS NULL LIMIT 50),
    accounts AS (
      SELECT "storeId", "shopifyId" FROM "ShopifyCustomer"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "customerId" = ${id}::uuid LIMIT 20),
    stores AS (SELECT id FROM "Store" WHERE "workspaceId" = ${workspaceId}::uuid),
    bought AS (
      (SELECT o."storeId", o.email, o.phone, o."shopifyCustomerId" FROM accounts a
       CROSS JOIN LATERAL (SELECT * FROM "ShopOrder" o WHERE o."workspaceId" = ${workspaceId}::uuid
         AND o."storeId" = a."storeId" AND o."shopifyCustomerId" = a."shopifyId"
         ORDER BY o."processedAt" DESC LIMIT ${MOST_ORDERS}) o)
      UNION
      (SELECT o."storeId", o.email, o.phone, o."shopifyCustomerId" FROM mine m CROSS JOIN stores s
       CROSS JOIN LATERAL (SELECT * FROM "ShopOrder" o WHERE o."workspaceId" = ${workspaceId}::uuid
         AND o."storeId" = s.id AND o.email = m.value
         ORDER BY o."processedAt" DESC LIMIT ${MOST_ORDERS}) o
       WHERE m.kind = 'email')),
    phones AS (
      SELECT value AS phone FROM mine WHERE kind = 'phone' UNION SELECT phone FROM bought WHERE phone IS NOT NULL),
    same AS (
      SELECT p."customerId" AS id, 'order' AS reason FROM bought b
      JOIN "ContactPoint" p ON p."workspaceId" = ${workspaceId}::uuid AND p.kind = 'email' AND p.value = b.email
        AND p."removedAt" IS NULL
      UNION
      SELECT l."customerId", 'order' FROM bought b
      JOIN "ShopifyCustomer" l ON l."workspaceId" = ${workspaceId}::uuid AND l."storeId" = b."storeId"
        AND l."shopifyId" = b."shopifyCustomerId"
      UNION
      SELECT p."customerId", 'phone' FROM phones
      JOIN "ContactPoint" p ON p."workspaceId" = ${workspaceId}::uuid AND p.kind = 'phone' AND p.value = phones.phone
        AND p."removedAt" IS NULL
      UNION
      SELECT p."customerId", 'phone' FROM phones CROSS JOIN stores s
      CROSS JOIN LATERAL (SELECT o.email FROM "ShopOrder" o WHERE o."workspaceId" = ${workspaceId}::uuid
        AND o."storeId" = s.id AND o.phone = phones.phone LIMIT ${MOST_ORDERS}) o
      JOIN "ContactPoint" p ON p."workspaceId" = ${workspaceId}::uuid AND p.kind = 'email' AND p.value = o.email
        AND p."removedAt" IS NULL
      UNION
      (SELECT c.id, 'name' FROM me
       CROSS JOIN LATERAL (SELECT c.id, c.email FROM "Customer" c
         WHERE c."workspaceId" = ${workspaceId}::uuid AND lower(c.name) = lower(me.name) LIMIT ${MOST_ORDERS}) c
       WHERE me.name LIKE '% %' AND split_part(c.email, '@', 1) = split_part(me.email, '@', 1)))
    SELECT same.id, same.reason FROM same
    JOIN "Customer" c ON c."workspaceId" = ${workspaceId}::uuid AND c.id = same.id
    WHERE same.id <> ${id}::uuid AND c."mergedIntoId" IS NULL LIMIT 50`;
  const reasons = Map.groupBy(rows, (row) => row.id);
  const ids = [...reasons.keys()].slice(0, MOST);
  const sides = await readSides({ id: workspaceId }, ids);
  return sides
    .map((side) => ({ ...side, reasons: (reasons.get(side.id) ?? []).map(({ reason }) => reason) }))
    .sort((one, other) => other.reasons.length - one.reasons.length);
}
