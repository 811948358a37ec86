// What is expected of one customer, out of what the last good fitting wrote down.
import { db } from "../../db.server.ts";
import { hasFeature, type Plan } from "../../workspace/plans.ts";
import type { Qualification } from "../prediction/qualifies.ts";
import type { CustomerForecast, StoreForecast } from "./forecast.ts";
import { readFigures, type Figures } from "./figures.ts";
import { namesOf } from "./who.ts";

interface Workspace {
  id: string;
  plan: Plan;
}

/** In one store. Nothing of it leaves here when the plan does not hold it. */
export async function readForecast(
  workspace: Workspace,
  customerId: string,
  storeId: string,
): Promise<CustomerForecast> {
  if (!hasFeature(workspace.plan, "salesStatistics")) return { state: "locked" };
  const store = { workspaceId: workspace.id, storeId };
  const fit = await db.forecastFit.findFirst({
    where: { ...store, state: { in: ["done", "unqualified"] } },
    select: { id: true, state: true, currency: true, customers: true, criteria: true, finishedAt: true },
    orderBy: { startedAt: "desc" },
  });
  if (!fit) return { state: "not-yet" };
  if (fit.state === "unqualified") {
    const criteria = (fit.criteria ?? []) as unknown as Qualification["criteria"];
    return { state: "unqualified", missing: criteria.filter(({ met }) => !met) };
  }
  const figures = await figuresFor(store, customerId);
  if (!figures) return { state: "no-orders" };
  const { currency, customers, finishedAt } = fit;
  return { state: "known", figures, currency, customers, fittedAt: finishedAt?.toISOString() ?? "" };
}

/** They may stand under several names since the night, as when two customers became one: the one that bought most. */
async function figuresFor(
  { workspaceId, storeId }: { workspaceId: string; storeId: string },
  customerId: string,
): Promise<Figures | null> {
  const [links, contacts] = await Promise.all([
    db.shopifyCustomer.findMany({
      where: { workspaceId, customerId, storeId },
      select: { shopifyId: true },
      take: MOST,
    }),
    db.contactPoint.findMany({
      where: { workspaceId, customerId, kind: "email", removedAt: null },
      select: { value: true },
      take: MOST,
    }),
  ]);
  const names = namesOf({
    customerIds: [customerId],
    shopifyIds: links.map(({ shopifyId }) => shopifyId),
    emails: contacts.map(({ value }) => value),
  });
  const rows = await db.customerForecast.findMany({
    where: { workspaceId, storeId, who: { in: names } },
    select: { figures: true },
  });
  const found = rows.flatMap(({ figures }) => readFigures(figures) ?? []);
  return found.reduce<Figures | null>((most, one) => (most && most.days >= one.days ? most : one), null);
}

const MOST = 100;

/** In every store they have to do with, the one that is looked at first. */
export async function readForecasts(
  workspace: Workspace,
  customerId: string,
  first: string | null,
): Promise<StoreForecast[]> {
  const workspaceId = workspace.id;
  const stores = await db.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM "Store" s WHERE s."workspaceId" = ${workspaceId}::uuid AND s."uninstalledAt" IS NULL
      AND (EXISTS (SELECT 1 FROM "ShopifyCustomer" c WHERE c."workspaceId" = s."workspaceId"
          AND c."customerId" = ${customerId}::uuid AND c."storeId" = s.id)
        OR EXISTS (SELECT 1 FROM "Ticket" t WHERE t."workspaceId" = s."workspaceId"
          AND t."customerId" = ${customerId}::uuid AND t."storeId" = s.id))
    ORDER BY id::text <> ${first ?? ""}, name LIMIT 10`;
  return Promise.all(
    stores.map(async ({ id, name }) => ({
      storeId: id,
      store: name,
      forecast: await readForecast(workspace, customerId, id),
    })),
  );
}
