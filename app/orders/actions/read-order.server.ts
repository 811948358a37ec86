// The order as it stands now, read as the agent; never another customer's.
import { askAsStaff, StaffCallFailed } from "../../clients/shopify-staff.server.ts";
import { AppError } from "../../errors.ts";
import { isTheirs } from "../theirs.ts";
import type { Acting } from "./acting.server.ts";
import { ORDER_FOR_ACTIONS, type OrderNode } from "./order.graphql.ts";

const MOST_PAGES = 5;

export const orderGid = (orderId: string): string => `gid://shopify/Order/${orderId}`;

type Ask = <T>(operation: string, variables: Record<string, unknown>) => Promise<T>;

/** Asks Shopify as the agent. Throws StaffCallFailed. */
export const asAgent =
  ({ staff }: Acting): Ask =>
  (operation, variables) => {
    if (!staff) throw new StaffCallFailed("signed-out");
    return askAsStaff(staff, operation, variables);
  };

/** Throws not-found when there is none, or when it is not the ticket's customer's; StaffCallFailed. */
export async function readOwnOrder(acting: Acting, orderId: string): Promise<OrderNode> {
  if (!/^\d{1,20}$/.test(orderId)) throw new AppError("not-found");
  const order = await readOrder(asAgent(acting), orderId);
  if (!order || !isTheirs(acting, order)) throw new AppError("not-found");
  return order;
}

/** With up to 500 lines; null when there is none. */
export async function readOrder(ask: Ask, orderId: string): Promise<OrderNode | null> {
  const id = orderGid(orderId);
  const { order } = await ask<{ order: OrderNode | null }>(ORDER_FOR_ACTIONS, { id });
  if (!order) return null;
  const { nodes } = order.lineItems;
  let { pageInfo } = order.lineItems;
  for (let page = 1; pageInfo.hasNextPage && page < MOST_PAGES; page++) {
    const next = await ask<{ order: OrderNode | null }>(ORDER_FOR_ACTIONS, { id, after: pageInfo.endCursor });
    if (!next.order) return null;
    nodes.push(...next.order.lineItems.nodes);
    pageInfo = next.order.lineItems.pageInfo;
  }
  return { ...order, lineItems: { nodes, pageInfo } };
}
