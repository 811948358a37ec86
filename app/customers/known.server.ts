import { Prisma } from "@prisma/client";
import { db } from "../db.server.ts";
import type { CustomerRef } from "./find.server.ts";
import { MOST_COUNTED, type KnownCustomer } from "./known.ts";

const MOST_STORES = 20;

/**
 * What we know of the customer `c` of a query, as columns of it (KnownRow). The stores are those where they are a customer
 * or have ordered, the tickets are counted up to one more than is shown; each is a few looks into an index.
 */
export const KNOWN = Prisma.sql`
  c.id, c.name, c.email, c.phone, c.locale, c."createdAt",
  (SELECT count(*)::int FROM (SELECT 1 FROM "Ticket" t WHERE t."workspaceId" = c."workspaceId"
     AND t."customerId" = c.id AND t."mergedIntoId" IS NULL LIMIT ${MOST_COUNTED + 1}) counted) AS tickets,
  ARRAY(SELECT json_build_object('id', s.id, 'name', s.name) FROM "Store" s
    WHERE s."workspaceId" = c."workspaceId" AND s."uninstalledAt" IS NULL AND (
      EXISTS (SELECT 1 FROM "ShopifyCustomer" l WHERE l."workspaceId" = s."workspaceId"
        AND l."customerId" = c.id AND l."storeId" = s.id)
      OR EXISTS (SELECT 1 FROM "CustomerProfile" p WHERE p."workspaceId" = s."workspaceId" AND p."storeId" = s.id
        AND p."customerId" = c.id AND p."shopifyId" IS NOT NULL)
      OR EXISTS (SELECT 1 FROM "ContactPoint" a JOIN "ShopOrder" o ON o."workspaceId" = a."workspaceId"
          AND o."storeId" = s.id AND o.email = a.value
        WHERE a."workspaceId" = s."workspaceId" AND a."customerId" = c.id AND a.kind = 'email'
          AND a."removedAt" IS NULL))
    ORDER BY s.name LIMIT ${MOST_STORES}) AS stores`;

export interface KnownRow extends Omit<KnownCustomer, "firstSeen"> {
  createdAt: Date;
}

export const knownOf = ({
  id,
  name,
  email,
  phone,
  locale,
  createdAt,
  tickets,
  stores,
}: KnownRow): KnownCustomer => ({
  ...{ id, name, email, phone, locale, tickets, stores },
  firstSeen: createdAt.toISOString(),
});

/** What we know of a customer that was found. */
export async function readKnown({ workspaceId, id }: CustomerRef): Promise<KnownCustomer | null> {
  const [row] = await db.$queryRaw<KnownRow[]>`
    SELECT ${KNOWN} FROM "Customer" c WHERE c."workspaceId" = ${workspaceId}::uuid AND c.id = ${id}::uuid`;
  return row ? knownOf(row) : null;
}
