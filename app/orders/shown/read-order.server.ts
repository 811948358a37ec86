// One order, opened: asked of Shopify, and what we know meanwhile when it does not answer.
import { askShopify, ShopifyUnavailable, type ShopifyProblem } from "../../clients/shopify-admin.server.ts";
import { db } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { DAY, later, now } from "../../lib/clock.ts";
import { isTheirs, type Owned } from "../theirs.ts";
import {
  ORDER_LINES,
  ORDER_SHOWN,
  type DetailNode,
  type LinePage,
  type OwnedNode,
  type ReturnNode,
} from "./detail.graphql.ts";
import { presentDetail, presentLines, type OrderDetail, type ShownLines } from "./detail.ts";
import { knownOrder, type KnownOrder } from "./known.ts";
import type { OwnerInStore } from "./owner.server.ts";

export type OpenedOrder =
  | {
      state: "found";
      order: OrderDetail;
      /** protected fields Shopify withheld */ withheld: boolean;
      readAt: string;
    }
  /** older than the sixty days the app may see */
  | { state: "too-old"; known: KnownOrder }
  | { state: "problem"; problem: ShopifyProblem; known: KnownOrder | null };

export type MoreLines = ({ state: "found" } & ShownLines) | { state: "problem"; problem: ShopifyProblem };

interface Answer {
  order: DetailNode | null;
  returned: { returns: { nodes: ReturnNode[] } } | null;
}

/** Throws only not-found: there is none, or it is another customer's. */
export async function openOrder(owner: OwnerInStore, orderId: string | undefined): Promise<OpenedOrder> {
  const id = gidOf(orderId);
  const { shopDomain } = owner.store;
  const readAt = now().toISOString();
  try {
    const { data, withheld } = await askShopify<Answer>(shopDomain, ORDER_SHOWN, { id });
    if (!data.order) return await openOldOrder(owner, id, data.returned !== null);
    if (!isTheirs(owner, data.order)) throw new AppError("not-found");
    const returns = data.returned?.returns.nodes ?? null;
    return { state: "found", order: presentDetail(data.order, returns, shopDomain), withheld, readAt };
  } catch (error) {
    if (!(error instanceof ShopifyUnavailable)) throw error;
    return { state: "problem", problem: error.problem, known: await readKnown(owner, id) };
  }
}

/** Its lines from `after` on. Throws only not-found. */
export async function readMoreLines(
  owner: OwnerInStore,
  orderId: string | undefined,
  after: string | null,
): Promise<MoreLines> {
  const id = gidOf(orderId);
  if (!after || !/^[\w+/=-]{1,500}$/.test(after)) throw new AppError("not-found");
  try {
    const { data } = await askShopify<{ order: (OwnedNode & { lineItems: LinePage }) | null }>(
      owner.store.shopDomain,
      ORDER_LINES,
      { id, after },
    );
    if (!data.order || !isTheirs(owner, data.order)) throw new AppError("not-found");
    return { state: "found", ...presentLines(data.order.lineItems) };
  } catch (error) {
    if (error instanceof ShopifyUnavailable) return { state: "problem", problem: error.problem };
    throw error;
  }
}

function gidOf(orderId: string | undefined): string {
  if (!orderId || !/^\d{1,20}$/.test(orderId)) throw new AppError("not-found");
  return `gid://shopify/Order/${orderId}`;
}

/** Shopify shows none: it is older than the app may look, it was refused alone, or it is gone. */
async function openOldOrder(owner: OwnerInStore, id: string, refused: boolean): Promise<OpenedOrder> {
  const known = await readKnown(owner, id);
  if (refused) return { state: "problem", problem: "refused", known };
  if (!known || new Date(known.row.createdAt) > later(now(), -SIGHT)) throw new AppError("not-found");
  return { state: "too-old", known };
}

/** Apps see sixty days; a day less, for clocks and time zones. */
const SIGHT = 59 * DAY;

async function readKnown(owner: OwnerInStore, id: string): Promise<KnownOrder | null> {
  const { workspaceId, store } = owner;
  const shopifyId = id.slice(id.lastIndexOf("/") + 1);
  const row = await db.shopOrder.findUnique({
    where: { workspaceId_storeId_shopifyId: { workspaceId, storeId: store.id, shopifyId } },
  });
  if (!row) return null;
  const { email, shopifyCustomerId } = row;
  const owned: Owned = {
    ...{ id, email, customer: shopifyCustomerId ? { legacyResourceId: shopifyCustomerId } : null },
  };
  return isTheirs(owner, owned) ? knownOrder(row, store.shopDomain) : null;
}
