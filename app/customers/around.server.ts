// Where a customer buys, as far as we know it ourselves.
import { db } from "../db.server.ts";
import type { CustomerRef } from "./find.server.ts";
import type { StoreOfCustomer } from "./known.ts";

const MOST_STORES = 20;

/** The workspace's stores where they are a customer or have ordered. Each store is a few looks into an index. */
export const storesOfCustomer = ({ workspaceId, id }: CustomerRef): Promise<StoreOfCustomer[]> =>
  db.$queryRaw<StoreOfCustomer[]>`
    SELECT s.id, s.name FROM "Store" s
    WHERE s."workspaceId" = ${workspaceId}::uuid AND s."uninstalledAt" IS NULL AND (
      EXISTS (SELECT 1 FROM "ShopifyCustomer" l WHERE l."workspaceId" = s."workspaceId"
        AND l."customerId" = ${id}::uuid AND l."storeId" = s.id)
      OR EXISTS (SELECT 1 FROM "CustomerProfile" p WHERE p."workspaceId" = s."workspaceId" AND p."storeId" = s.id
        AND p."customerId" = ${id}::uuid AND p."shopifyId" IS NOT NULL)
      OR EXISTS (SELECT 1 FROM "ContactPoint" c JOIN "ShopOrder" o ON o."workspaceId" = c."workspaceId"
          AND o."storeId" = s.id AND o.email = c.value
        WHERE c."workspaceId" = s."workspaceId" AND c."customerId" = ${id}::uuid AND c.kind = 'email'
          AND c."removedAt" IS NULL))
    ORDER BY s.name LIMIT ${MOST_STORES}`;
