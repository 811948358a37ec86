// A customer in one of the stores: by what Shopify can be asked for them, what it said last, and what we know ourselves.
import type { Tx } from "../../db.server.ts";
import { isId } from "../../lib/id.ts";
import type { CustomerRef } from "../find.server.ts";
import type { KnownCustomer } from "../known.ts";
import { KNOWN, knownOf, type KnownRow } from "../known.server.ts";
import { keptOf, type Kept, type KeptRow } from "./keep.server.ts";

export interface InStore {
  workspaceId: string;
  customerId: string;
  store: { id: string; shopDomain: string };
  /** who they proved to be there, first */
  shopifyIds: string[];
  /** what they are asked for by while nothing is proven, the address they are answered at first */
  emails: string[];
  /** E.164 */
  phones: string[];
  /** the last good answer of Shopify; null when there is none */
  kept: Kept | null;
  known: KnownCustomer;
}

/** Each costs Shopify a question. */
const MOST_ASKED = 3;
const MOST_LINKS = 10;

interface Row extends KnownRow {
  store: { id: string; shopDomain: string };
  shopifyIds: string[];
  emails: string[];
  phones: string[];
  kept: KeptRow | null;
}

/** All of it in one query: every ticket that is opened asks. Null when customer or store is none of the workspace's. */
export async function customerInStore(
  client: Tx,
  { workspaceId, id }: CustomerRef,
  storeId: string,
): Promise<InStore | null> {
  if (!isId(storeId)) return null;
  const [row] = await client.$queryRaw<Row[]>`
    SELECT ${KNOWN}, json_build_object('id', s.id, 'shopDomain', s."shopDomain") AS store, to_jsonb(p) AS kept,
      ARRAY(SELECT l."shopifyId" FROM "ShopifyCustomer" l
        WHERE l."workspaceId" = c."workspaceId" AND l."customerId" = c.id AND l."storeId" = s.id
        ORDER BY l."createdAt" LIMIT ${MOST_LINKS}) AS "shopifyIds",
      ARRAY(SELECT a.value FROM "ContactPoint" a
        WHERE a."workspaceId" = c."workspaceId" AND a."customerId" = c.id AND a.kind = 'email'
          AND a."removedAt" IS NULL ORDER BY a."createdAt" LIMIT ${MOST_ASKED}) AS emails,
      ARRAY(SELECT a.value FROM "ContactPoint" a
        WHERE a."workspaceId" = c."workspaceId" AND a."customerId" = c.id AND a.kind = 'phone'
          AND a."removedAt" IS NULL ORDER BY a."createdAt" LIMIT ${MOST_ASKED}) AS phones
    FROM "Customer" c
    JOIN "Store" s ON s."workspaceId" = c."workspaceId" AND s.id = ${storeId}::uuid
    LEFT JOIN "CustomerProfile" p ON p."workspaceId" = c."workspaceId" AND p."storeId" = s.id AND p."customerId" = c.id
    WHERE c."workspaceId" = ${workspaceId}::uuid AND c.id = ${id}::uuid`;
  if (!row) return null;
  const { store, shopifyIds, phones, kept } = row;
  const emails = new Set([...(row.email ? [row.email] : []), ...row.emails]);
  return {
    ...{ workspaceId, customerId: id, store, shopifyIds, phones },
    emails: [...emails].slice(0, MOST_ASKED),
    kept: kept && keptOf(kept),
    known: knownOf(row),
  };
}
