// A customer's orders in one store: Shopify's, newest first; the mirror's while Shopify does not answer.
import { askShopify, ShopifyUnavailable, type ShopifyProblem } from "../../clients/shopify-admin.server.ts";
import { scopesOfApp } from "../../clients/shopify-staff.server.ts";
import { presentOrder, type CardOrder } from "../../customers/order-row.ts";
import { AppError } from "../../errors.ts";
import { hasScope } from "../mirror/granted.ts";
import { isTheirs } from "../theirs.ts";
import { listKnown } from "./from-mirror.server.ts";
import { ORDERS_OF_OWNER, type OrdersPage } from "./list.graphql.ts";
import type { OwnerInStore } from "./owner.server.ts";
import { readPlace, writePlace, type Place } from "./place.ts";
import { searchOf, type OrderWish } from "./search.ts";

export interface ListedOrders {
  store: { id: string; name: string };
  orders: CardOrder[];
  /** where to go on; null at the end */
  next: string | null;
  /** Shopify shows the app orders older than sixty days too */
  wholeHistory: boolean;
  /** why these are the mirror's, and not searched; null: they are Shopify's */
  problem: ShopifyProblem | null;
  /** when the oldest of the mirror's was read, ISO 8601 */
  asOf: string | null;
  /** some of it was held back */
  withheld: boolean;
}

/** One page, from where the last one ended. Throws only bad-request, for a place that was never given. */
export async function listOrders(
  owner: OwnerInStore,
  wish: OrderWish,
  written: string | null,
): Promise<ListedOrders> {
  const from = readPlace(written);
  if (from === "unknown") throw new AppError("bad-request");
  const { id, name, shopDomain } = owner.store;
  const wholeHistory = hasScope([...(await scopesOfApp(shopDomain))], "read_all_orders");
  const shown = { store: { id, name }, wholeHistory, problem: null, asOf: null, withheld: false };
  const query = searchOf(owner, wish);
  if (!query) return { ...shown, orders: [], next: null };
  if (from?.in === "mirror") return { ...shown, ...(await fromMirror(owner, from, "down")) };
  try {
    const { data, withheld } = await askShopify<OrdersPage>(shopDomain, ORDERS_OF_OWNER, {
      query,
      after: from?.cursor ?? null,
    });
    const { nodes, pageInfo } = data.orders;
    // A search matches loosely; what is not theirs is nobody's here.
    const theirs = nodes.filter((node) => isTheirs(owner, node));
    const next = pageInfo.hasNextPage && pageInfo.endCursor ? pageInfo.endCursor : null;
    return {
      ...{ ...shown, withheld, orders: theirs.map((node) => presentOrder(node, shopDomain)) },
      next: next ? writePlace({ in: "shopify", cursor: next }) : null,
    };
  } catch (error) {
    if (!(error instanceof ShopifyUnavailable)) throw error;
    const searched = wish.words.trim() !== "" || wish.status !== null;
    // The mirror knows no products and parcels: it stands in for lists, not for searches, and not half-way.
    if (searched || from) return { ...shown, problem: error.problem, orders: [], next: null };
    return { ...shown, ...(await fromMirror(owner, null, error.problem)) };
  }
}

async function fromMirror(
  owner: OwnerInStore,
  from: Extract<Place, { in: "mirror" }> | null,
  problem: ShopifyProblem,
): Promise<Pick<ListedOrders, "orders" | "next" | "problem" | "asOf">> {
  const { orders, next } = await listKnown(owner, { after: from });
  const read = orders.map(({ readAt }) => readAt).toSorted();
  return {
    orders: orders.map(({ row }) => row),
    next: next ? writePlace({ in: "mirror", ...next }) : null,
    problem,
    asOf: read[0] ?? null,
  };
}
