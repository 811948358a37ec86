// What the storefront shows without asking us (its forms, the chat's looks) is kept by Shopify as metafields of the
// app's installation. It is handed over by a job, whole, whenever something of it changed.
import { askShopify, ShopifyUnavailable } from "../clients/shopify-admin.server.ts";
import { db, holdLockApart, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { HOUR, later, MINUTE, now, SECOND } from "../lib/clock.ts";
import { isId } from "../lib/id.ts";
import { log } from "../lib/log.server.ts";
import {
  APP_INSTALLATION,
  SET_APP_METAFIELDS,
  type AppInstallation,
  type SetAppMetafields,
} from "./storefront.graphql.ts";

export interface StorePlace {
  workspaceId: string;
  storeId: string;
}

/** What stands under a key, made anew from what is set now. */
export type Compose = (place: StorePlace) => Promise<unknown>;

export type PublishProblem = "refused" | "unreachable" | "no-token";

const NAMESPACE = "samla";

/** Has a store's storefront brought up to date once the caller's transaction has committed. */
export async function askToPublish(tx: Tx, { workspaceId, storeId }: StorePlace): Promise<void> {
  await tx.store.updateMany({ where: { workspaceId, id: storeId }, data: { publishAskedAt: now() } });
  await enqueue(tx, "publish-storefront", { workspaceId, storeId });
}

/** The job: one at a time per store, so that what was composed later is also written later. */
export async function publishStorefront(
  place: StorePlace,
  parts: Record<string, Compose>,
  { lastTry }: { lastTry: boolean },
): Promise<void> {
  await holdLockApart(`publish:${place.storeId}`, MINUTE, async () => {
    const { workspaceId, storeId } = place;
    const store = await db.store.findUnique({
      where: { workspaceId_id: { workspaceId, id: storeId } },
      select: { shopDomain: true, uninstalledAt: true, publishAskedAt: true },
    });
    if (!store || store.uninstalledAt) return;
    const problem = await publish(store.shopDomain, place, parts);
    await db.store.updateMany({
      where: { workspaceId, id: storeId },
      data: problem
        ? { publishProblem: problem }
        : { publishProblem: null, publishedAt: store.publishAskedAt },
    });
    if (problem === "unreachable" && !lastTry) throw new Error("the storefront is not published yet");
  });
}

async function publish(
  shop: string,
  place: StorePlace,
  parts: Record<string, Compose>,
): Promise<PublishProblem | null> {
  const composed = await Promise.all(
    Object.entries(parts).map(async ([key, compose]) => ({
      key,
      value: JSON.stringify(await compose(place)),
    })),
  );
  try {
    const { data } = await askShopify<AppInstallation>(shop, APP_INSTALLATION, {});
    const ownerId = data.currentAppInstallation.id;
    const metafields = composed.map((field) => ({ ...field, ownerId, namespace: NAMESPACE, type: "json" }));
    const answer = await askShopify<SetAppMetafields>(shop, SET_APP_METAFIELDS, { metafields });
    const errors = answer.data.metafieldsSet?.userErrors ?? [];
    if (errors.length) log.error({ shop, errors }, "Shopify refused what the storefront shows");
    return errors.length ? "refused" : null;
  } catch (error) {
    if (!(error instanceof ShopifyUnavailable)) throw error;
    if (error.problem === "uninstalled") return "no-token";
    return error.problem === "refused" ? "refused" : "unreachable";
  }
}

export interface Publication {
  /** Shopify has what is set here */
  current: boolean;
  problem: PublishProblem | null;
}

/** Whether a store's storefront shows what is set here, for the settings pages. */
export async function publicationOf({ workspaceId, storeId }: StorePlace): Promise<Publication> {
  const store = await db.store.findUnique({
    where: { workspaceId_id: { workspaceId, id: storeId } },
    select: { publishAskedAt: true, publishedAt: true, publishProblem: true },
  });
  const current = !!store?.publishedAt && store.publishedAt >= store.publishAskedAt;
  return { current, problem: current ? null : ((store?.publishProblem ?? null) as PublishProblem | null) };
}

/** Tries again at once. Throws not-found for a store of others. */
export async function publishAgain(workspace: { id: string }, storeId: string): Promise<void> {
  const workspaceId = workspace.id;
  await db.$transaction(async (tx) => {
    const store = isId(storeId)
      ? await tx.store.findUnique({
          where: { workspaceId_id: { workspaceId, id: storeId } },
          select: { id: true },
        })
      : null;
    if (!store) throw new AppError("not-found");
    await askToPublish(tx, { workspaceId, storeId });
  });
}

const MOST = 500;

/** Asks again for the stores whose storefront is not up to date, once an hour. Without a token there is nobody to ask. */
export async function queueUnpublished(): Promise<void> {
  const due = await db.$queryRaw<StorePlace[]>`
    SELECT "workspaceId", id AS "storeId" FROM "Store"
    WHERE "uninstalledAt" IS NULL AND ("publishedAt" IS NULL OR "publishedAt" < "publishAskedAt")
      AND "publishAskedAt" < ${later(now(), -MINUTE)} AND "publishProblem" IS DISTINCT FROM 'no-token'
    ORDER BY "publishAskedAt" LIMIT ${MOST}`;
  for (const { workspaceId, storeId } of due) {
    const onceIn = { seconds: HOUR / SECOND, key: storeId };
    await db.$transaction((tx) => enqueue(tx, "publish-storefront", { workspaceId, storeId }, { onceIn }));
  }
}
