// A person's orders in the mirror: those Shopify names, and those placed as the customer they are, with their address or
// their number.
import { Prisma } from "@prisma/client";
import type { Tx } from "../db.server.ts";
import { normalisePhone, type Person, type StoreOfDuty } from "./person.server.ts";

interface Named {
  orderIds: string[];
  phone: string | null;
}

const theirs = (
  { workspaceId, storeId }: StoreOfDuty,
  person: Person,
  named: Named,
): Prisma.Sql => Prisma.sql`
  "workspaceId" = ${workspaceId}::uuid AND "storeId" = ${storeId}::uuid AND (
    "shopifyId" = ANY(${named.orderIds}::text[]) OR "shopifyCustomerId" = ANY(${person.shopifyIds}::text[])
    OR email = ANY(${person.emails}::text[]) OR phone = ${normalisePhone(named.phone)})`;

interface MirroredForExport {
  name: string;
  email: string | null;
  phone: string | null;
  financial: string | null;
  fulfillment: string;
  currency: string;
  total: string;
  refunded: string;
  processedAt: Date;
}

/** What is here of their orders. The rest of each is Shopify's. */
export const mirroredOrders = (tx: Tx, store: StoreOfDuty, person: Person, named: Named) =>
  tx.$queryRaw<MirroredForExport[]>`
    SELECT name, email, phone, financial, fulfillment, currency, total, refunded, "processedAt"
    FROM "ShopOrder" WHERE "workspaceId" = ${store.workspaceId}::uuid AND ${theirs(store, person, named)}
    ORDER BY "processedAt"`;

/** They leave the mirror. A file of orders that is being read may still hold them as they were: it is fetched anew. */
export async function eraseMirroredOrders(
  tx: Tx,
  store: StoreOfDuty,
  person: Person,
  named: Named,
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "ShopOrder" WHERE "workspaceId" = ${store.workspaceId}::uuid AND ${theirs(store, person, named)}`;
  await tx.orderSync.updateMany({
    where: { workspaceId: store.workspaceId, storeId: store.storeId, state: { in: ["asked", "reading"] } },
    data: { state: "waiting", operationId: null, position: 0, done: 0 },
  });
}
