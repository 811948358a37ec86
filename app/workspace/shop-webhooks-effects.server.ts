// What Shopify's word about the app itself changes: the app was removed, or may see more or less.
import type { Tx } from "../db.server.ts";
import { recordEvent } from "../events/record.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { settlePlan } from "./read-plan.server.ts";

/** The shop a webhook is about, and the store it is here (null: never opened, or erased). */
export interface AboutShop {
  shop: string;
  place: { workspaceId: string; storeId: string; shopifyId: string | null; installedAt: Date } | null;
  /** when it happened, by Shopify's clock */
  at: Date;
}

/** What became of a webhook, for its raw row. */
export type Outcome = { state: "done" | "dead"; reason: string | null };

export const DONE: Outcome = { state: "done", reason: null };
/** It only said where to look: its raw row need not be kept for long (orders/mirror/sweep.server.ts). */
export const HINT: Outcome = { state: "done", reason: "hint" };
export const TOO_OLD: Outcome = { state: "done", reason: "older-than-the-installation" };
export const NO_SUCH_SHOP: Outcome = { state: "done", reason: "no-such-shop" };

/** A late or repeated webhook about an earlier installation says nothing about this one. */
export const isTooOld = ({ place, at }: AboutShop): boolean => place !== null && at < place.installedAt;

/** All tokens of the shop go; the store keeps its data until shop/redact, and sends nothing meanwhile. */
export async function uninstall(tx: Tx, about: AboutShop): Promise<Outcome> {
  if (isTooOld(about)) return TOO_OLD;
  const { shop, place, at } = about;
  await tx.session.deleteMany({ where: { shop } });
  if (!place) return NO_SUCH_SHOP;
  const { workspaceId, storeId } = place;
  const { count } = await tx.store.updateMany({
    where: { workspaceId, id: storeId, uninstalledAt: null },
    // Shopify ends what it paid for.
    data: { uninstalledAt: at, plan: "free" },
  });
  if (count) {
    await recordEvent(tx, workspaceId, {
      type: "uninstalled",
      by: { kind: "shop", id: storeId },
      data: { storeId },
    });
    await settlePlan(tx, { workspaceId, storeId });
    // What its customers were expected to do goes.
    await enqueue(tx, "fit-forecast", { workspaceId, storeId });
  }
  return DONE;
}

/** Its plan is to be read: the webhook's own word for it is not taken. */
export async function lookAtPlan(
  tx: Tx,
  { workspaceId, storeId }: { workspaceId: string; storeId: string },
): Promise<Outcome> {
  await enqueue(tx, "read-plan", { workspaceId, storeId });
  return HINT;
}

/**
 * Remembers what the app may see. Only a note for pages that explain a missing permission: Shopify itself
 * enforces scopes. An older word arriving late changes nothing (case 3).
 */
export async function changeScopes(
  tx: Tx,
  about: AboutShop,
  { current, previous, shopId }: { current: string[]; previous: string[]; shopId: string | null },
): Promise<Outcome> {
  const { shop, place, at } = about;
  if (!place) return NO_SUCH_SHOP;
  if (isTooOld(about)) return TOO_OLD;
  // This body does not name its shop by domain, so the id is all there is to compare.
  if (shopId && place.shopifyId && shopId !== place.shopifyId.replace("gid://shopify/Shop/", "")) {
    return { state: "dead", reason: "shop-mismatch" };
  }
  if (await newerScopesAreKnown(tx, shop, at)) return { state: "done", reason: "overtaken" };
  await tx.session.updateMany({ where: { shop, isOnline: false }, data: { scope: current.join(",") } });
  await recordEvent(tx, place.workspaceId, {
    type: "scopes-changed",
    by: { kind: "shop", id: place.storeId },
    data: {
      storeId: place.storeId,
      added: current.filter((scope) => !previous.includes(scope)),
      removed: previous.filter((scope) => !current.includes(scope)),
    },
  });
  return DONE;
}

async function newerScopesAreKnown(tx: Tx, shop: string, at: Date): Promise<boolean> {
  const handled = await tx.received.findMany({
    where: { source: "shopify", server: shop, topic: "app/scopes_update", state: "done", reason: null },
    orderBy: { receivedAt: "desc" },
    select: { headers: true, receivedAt: true },
    take: 20,
  });
  return handled.some((row) => happenedAt(row) > at);
}

/** When a kept webhook happened: by Shopify's clock where it says so, else when it reached us. */
export function happenedAt({ headers, receivedAt }: { headers: unknown; receivedAt: Date }): Date {
  const said = (headers as { triggeredAt?: unknown } | null)?.triggeredAt;
  const at = new Date(typeof said === "string" ? said : Number.NaN);
  // A clock far ahead must not outlive what really comes later.
  return Number.isNaN(at.getTime()) || at > receivedAt ? receivedAt : at;
}
