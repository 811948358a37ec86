// What one shop knows about the app: whether it is installed, what the app stored there, how much it may still ask.

import type { World } from "../world/types.ts";

export interface AppMetafield {
  id: string;
  namespace: string;
  key: string;
  type: string;
  /** the stored string, as Shopify keeps it */
  value: string;
  createdAt: string;
  updatedAt: string;
}

/** An order edit that was begun: what would change, by calculated line. */
export interface OrderEdit {
  id: string;
  orderId: string;
  /** the order's updatedAt when it began */
  version: string;
  /** wanted quantity by line id, where it differs */
  quantities: Map<string, { quantity: number; restock: boolean }>;
  added: { id: string; variantId: string; quantity: number }[];
}

/** A bulk query: gathered a moment later into a file, a line an object. */
export interface BulkOperation {
  id: string;
  query: string;
  createdAt: string;
  completedAt: string | null;
  status: "RUNNING" | "COMPLETED" | "FAILED";
  errorCode: string | null;
  lines: string[];
}

/** What the app's page of plans offers. */
export const SUBSCRIPTIONS = ["Free", "Smart", "Plus"] as const;
export type Subscription = (typeof SUBSCRIPTIONS)[number];

export interface Installation {
  installed: boolean;
  /** what the merchant chose there */
  subscription: Subscription;
  /** numeric part of gid://shopify/AppInstallation/… */
  id: string;
  /** false: fields with protected customer data come back as null, with an error each */
  protectedData: boolean;
  /** app-data metafields: what Liquid sees as app.metafields.<namespace>.<key> */
  metafields: AppMetafield[];
  /** tags on orders, by order id */
  orderTags: Map<string, string[]>;
  edits: Map<string, OrderEdit>;
  /** asynchronous jobs, by id: true once done */
  jobs: Map<string, boolean>;
  /** bulk operations, by id */
  bulks: Map<string, BulkOperation>;
  /** what a mutation answered to an idempotency key */
  idempotent: Map<string, { asked: string; answer: unknown }>;
  /** the leaky bucket of the Admin API */
  bucket: { available: number; at: number };
}

export const BUCKET_SIZE = 2000;
export const RESTORE_RATE = 100;

/** Every shop of the world starts with the app installed and a full budget. */
export const createInstallations = (world: World): Map<string, Installation> =>
  new Map(
    world.shops.map((shop, index) => [
      shop.domain,
      {
        installed: true,
        subscription: "Plus",
        id: String(484_000_101 + index),
        protectedData: true,
        metafields: [],
        orderTags: new Map(),
        edits: new Map(),
        jobs: new Map(),
        bulks: new Map(),
        idempotent: new Map(),
        bucket: { available: BUCKET_SIZE, at: 0 },
      },
    ]),
  );
