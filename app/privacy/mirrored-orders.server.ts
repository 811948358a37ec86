// A person's orders in the mirror: those Shopify names, and those placed as the customer they are, with their address or
// their number. With them goes what is expected of them.
import { Prisma } from "@prisma/client";
import { namesOf } from "../customers/forecast/who.ts";
import { holdLock, type Tx } from "../db.server.ts";
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

/** What is expected of them. */
export const forecastsOf = (tx: Tx, { workspaceId, storeId }: StoreOfDuty, person: Person) =>
  tx.customerForecast.findMany({
    where: { workspaceId, storeId, who: { in: namesOf(person) } },
    select: { firstDay: true, lastDay: true, days: true, average: true, figures: true },
  });

/** They leave the mirror. A file of orders that is being read may still hold them as they were: it is fetched anew. */
export async function eraseMirroredOrders(
  tx: Tx,
  store: StoreOfDuty,
  person: Person,
  named: Named,
): Promise<void> {
  // A fitting that is reading orders now would write down again what it saw.
  await holdLock(tx, `forecast:${store.storeId}`);
  const gone = await tx.$queryRaw<{ shopifyCustomerId: string | null; email: string | null }[]>`
    DELETE FROM "ShopOrder" WHERE "workspaceId" = ${store.workspaceId}::uuid AND ${theirs(store, person, named)}
    RETURNING "shopifyCustomerId", email`;
  const names = namesOf({
    customerIds: person.customerIds,
    shopifyIds: [...person.shopifyIds, ...gone.flatMap((order) => order.shopifyCustomerId ?? [])],
    emails: [...person.emails, ...gone.flatMap((order) => order.email ?? [])],
  });
  await tx.$executeRaw`
    DELETE FROM "CustomerForecast" WHERE "workspaceId" = ${store.workspaceId}::uuid
      AND "storeId" = ${store.storeId}::uuid AND who = ANY(${names}::text[])`;
  await tx.orderSync.updateMany({
    where: { workspaceId: store.workspaceId, storeId: store.storeId, state: { in: ["asked", "reading"] } },
    data: { state: "waiting", operationId: null, position: 0, done: 0 },
  });
}
