// A customer's orders as the mirror has them: what stands in while Shopify does not answer. Newest first, by keyset.
import { Prisma, type ShopOrder } from "@prisma/client";
import { db } from "../../db.server.ts";
import type { Owner } from "../theirs.ts";
import { knownOrder, type KnownOrder } from "./known.ts";
import type { OwnerInStore } from "./owner.server.ts";

export interface KnownPage {
  orders: KnownOrder[];
  /** where to go on; null at the end */
  next: MirrorPlace | null;
}

/** The order to go on after. */
export interface MirrorPlace {
  processedAt: string;
  shopifyId: string;
}

const MOST_NAMES = 10;

/** One page. Each way the store may know them is read along its own index, as far as the page goes. */
export async function listKnown(
  owner: OwnerInStore,
  { after = null, size = 20 }: { after?: MirrorPlace | null; size?: number } = {},
): Promise<KnownPage> {
  const reads = readsOf(owner, after, size + 1);
  if (!reads.length) return { orders: [], next: null };
  const rows = await db.$queryRaw<ShopOrder[]>`
    SELECT DISTINCT ON ("processedAt", "shopifyId") * FROM (${Prisma.join(reads, " UNION ALL ")}) AS theirs
    ORDER BY "processedAt" DESC, "shopifyId" DESC LIMIT ${size + 1}`;
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  return {
    orders: page.map((row) => knownOrder(row, owner.store.shopDomain)),
    next: last ? { processedAt: last.processedAt.toISOString(), shopifyId: last.shopifyId } : null,
  };
}

function readsOf(owner: OwnerInStore, after: MirrorPlace | null, limit: number): Prisma.Sql[] {
  const { workspaceId, store } = owner;
  const beyond = after
    ? Prisma.sql`AND ("processedAt", "shopifyId") < (${after.processedAt}::timestamptz, ${after.shopifyId})`
    : Prisma.empty;
  return namesOf(owner).map(
    (name) => Prisma.sql`(
      SELECT * FROM "ShopOrder"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "storeId" = ${store.id}::uuid AND ${name} ${beyond}
      ORDER BY "processedAt" DESC, "shopifyId" DESC LIMIT ${limit})`,
  );
}

const namesOf = ({ shopifyIds, emails }: Owner): Prisma.Sql[] => [
  ...shopifyIds.slice(0, MOST_NAMES).map((id) => Prisma.sql`"shopifyCustomerId" = ${id}`),
  ...emails.slice(0, MOST_NAMES).map((email) => Prisma.sql`email = ${email}`),
];
