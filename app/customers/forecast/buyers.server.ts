// A store's buyers out of its mirrored orders: paid, not cancelled, no tests; a buyer is a customer of ours, else one of
// Shopify's, else a guest's address. PostgreSQL gathers them, pages of them come here.
import { Prisma } from "@prisma/client";
import { db, type Tx } from "../../db.server.ts";
import type { StoreHistory } from "../prediction/qualifies.ts";
import type { Buyer } from "./buyer.ts";

export interface StoreToRead {
  workspaceId: string;
  storeId: string;
  timeZone: string;
  currency: string;
}

/**
 * The days somebody bought, with what they spent. A guest whose address is a customer's at Shopify is that customer.
 * Values in another currency than the store's say nothing.
 */
const boughtDays = ({ workspaceId, storeId, timeZone, currency }: StoreToRead): Prisma.Sql => Prisma.sql`
  bought AS (
    SELECT COALESCE('c:' || COALESCE(link."customerId", point."customerId"),
        's:' || COALESCE(o."shopifyCustomerId", theirs."shopifyCustomerId"), 'e:' || o.email) AS who,
      (o."processedAt" AT TIME ZONE ${timeZone})::date - DATE '1970-01-01' AS day,
      count(*) AS orders, sum(CASE WHEN o.currency = ${currency} THEN o.total::float8 END) AS value
    FROM "ShopOrder" o
    LEFT JOIN LATERAL (
      SELECT "shopifyCustomerId" FROM "ShopOrder" same
      WHERE o."shopifyCustomerId" IS NULL AND same."workspaceId" = o."workspaceId" AND same."storeId" = o."storeId"
        AND same.email = o.email AND same."shopifyCustomerId" IS NOT NULL
      ORDER BY same."processedAt" LIMIT 1) theirs ON true
    LEFT JOIN "ShopifyCustomer" link ON link."workspaceId" = o."workspaceId" AND link."storeId" = o."storeId"
      AND link."shopifyId" = COALESCE(o."shopifyCustomerId", theirs."shopifyCustomerId")
    LEFT JOIN "ContactPoint" point ON point."workspaceId" = o."workspaceId" AND point.kind = 'email'
      AND point.value = o.email AND point."removedAt" IS NULL
    WHERE o."workspaceId" = ${workspaceId}::uuid AND o."storeId" = ${storeId}::uuid AND o."cancelledAt" IS NULL
      AND NOT o.test AND o.financial IN ('PAID', 'PARTIALLY_REFUNDED')
      AND (o."shopifyCustomerId" IS NOT NULL OR o.email IS NOT NULL)
    GROUP BY 1, 2)`;

/** What there is to learn from, for qualifies.ts, and the day of the first order. */
export async function readStanding(
  store: StoreToRead,
  upTo: number,
): Promise<{ history: StoreHistory; firstDay: number }> {
  const [row] = await db.$queryRaw<Counted[]>`
    WITH ${boughtDays(store)}, buyers AS (
      SELECT count(*) AS days, sum(orders) AS orders, min(day) AS first, max(day) AS last FROM bought GROUP BY who)
    SELECT count(*)::int AS customers, count(*) FILTER (WHERE days > 1)::int AS "repeatCustomers",
      count(*) FILTER (WHERE days > 2)::int AS "loyalCustomers", COALESCE(sum(orders), 0)::int AS orders,
      min(first) AS first, max(last) AS last
    FROM buyers`;
  const { first, last, ...counted } = row ?? NOBODY;
  const history = {
    ...counted,
    days: first === null ? 0 : upTo - first,
    daysSinceLastOrder: last === null ? upTo : Math.max(0, upTo - last),
  };
  return { history, firstDay: first ?? upTo };
}

interface Counted {
  customers: number;
  repeatCustomers: number;
  loyalCustomers: number;
  orders: number;
  first: number | null;
  last: number | null;
}

const NOBODY: Counted = {
  customers: 0,
  repeatCustomers: 0,
  loyalCustomers: 0,
  orders: 0,
  first: null,
  last: null,
};

/** Writes down what every buyer did, under the fitting that saw it. Who has no orders any more goes, figures and all. */
export async function keepBuyers(
  tx: Tx,
  store: StoreToRead,
  { fitId, upTo, cut }: { fitId: string; upTo: number; cut: number },
): Promise<void> {
  const { workspaceId, storeId } = store;
  await tx.$executeRaw`
    WITH ${boughtDays(store)}, marked AS (
      SELECT *, min(day) OVER (PARTITION BY who) AS first FROM bought WHERE day <= ${upTo})
    INSERT INTO "CustomerForecast" ("workspaceId", "storeId", who, "seenIn", "firstDay", "lastDay", days, average,
      "heldDays", "heldLastDay")
    SELECT ${workspaceId}::uuid, ${storeId}::uuid, who, ${fitId}::uuid, min(day), max(day), count(*),
      COALESCE(avg(value) FILTER (WHERE day > first AND value > 0), 0), count(*) FILTER (WHERE day <= ${cut}),
      max(day) FILTER (WHERE day <= ${cut})
    FROM marked GROUP BY who
    ON CONFLICT ("workspaceId", "storeId", who) DO UPDATE SET "seenIn" = excluded."seenIn",
      "firstDay" = excluded."firstDay", "lastDay" = excluded."lastDay", days = excluded.days,
      average = excluded.average, "heldDays" = excluded."heldDays", "heldLastDay" = excluded."heldLastDay"`;
  await tx.$executeRaw`
    DELETE FROM "CustomerForecast"
    WHERE "workspaceId" = ${workspaceId}::uuid AND "storeId" = ${storeId}::uuid AND "seenIn" <> ${fitId}::uuid`;
}

/** The buyers after one of them, in the order of their names. */
export const pageOfBuyers = (
  { workspaceId, storeId }: { workspaceId: string; storeId: string },
  after: string,
  most: number,
): Promise<Buyer[]> =>
  db.customerForecast.findMany({
    where: { workspaceId, storeId, who: { gt: after } },
    select: {
      who: true,
      firstDay: true,
      lastDay: true,
      days: true,
      average: true,
      heldDays: true,
      heldLastDay: true,
    },
    orderBy: { who: "asc" },
    take: most,
  });
