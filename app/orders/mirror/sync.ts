// Fetching a store's orders: how far it is, and why it stopped. Pure.
import type { ShopifyProblem } from "../../clients/shopify-admin.server.ts";

export const SYNC_STATES = ["waiting", "asked", "reading", "done", "failed"] as const;
export type SyncState = (typeof SYNC_STATES)[number];

/** gather: Shopify itself failed to put them together; expired: what it gathered was not read in a week. */
export type SyncProblem = ShopifyProblem | "gather" | "expired";

const PROBLEMS: Record<SyncProblem, true> = {
  slow: true,
  throttled: true,
  refused: true,
  down: true,
  uninstalled: true,
  gather: true,
  expired: true,
};

/** What a row says went wrong. */
export const problemOf = (text: string | null): SyncProblem | null =>
  text !== null && Object.hasOwn(PROBLEMS, text) ? (text as SyncProblem) : null;

/** What the settings page shows of a store. Times are ISO 8601. */
export interface OrderSyncShown {
  storeId: string;
  store: string;
  /** null: never asked for */
  state: SyncState | null;
  problem: SyncProblem | null;
  /** Shopify shows no older ones */
  sixtyDays: boolean;
  done: number;
  total: number;
  /** when the mirror was last known to be whole */
  checkedAt: string | null;
}

/** How long to leave Shopify alone before asking again whether it has gathered them, in seconds. */
export const askAgainIn = (sinceStart: number): number =>
  Math.min(30, Math.max(1, Math.round(sinceStart / 5)));
