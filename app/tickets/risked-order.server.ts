// Which order a customer speaks of who wants one changed: the one Shopify confirmed, else the one of theirs that they
// named, else the latest of theirs that has not left. Theirs: placed with their address, or by the customer they are.
import { db } from "../db.server.ts";
import { isStillHere } from "../orders/open-order.ts";
import type { TicketRef } from "./ticket.ts";

export interface RiskedOrder {
  storeId: string;
  shopifyId: string;
  name: string;
  processedAt: Date;
}

interface Candidate extends RiskedOrder {
  fulfillment: string;
  cancelledAt: Date | null;
}

/** So many of somebody's latest orders are looked at. */
const MOST = 20;

/** Null when it has left, or there is none. */
export async function riskedOrderOf(ticket: TicketRef): Promise<RiskedOrder | null> {
  const known = await db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId: ticket.workspaceId, id: ticket.id } },
    select: {
      storeId: true,
      shopifyOrderId: true,
      orderName: true,
      customer: { select: { contacts: { where: { removedAt: null } }, shopify: true } },
    },
  });
  if (!known?.customer) return null;
  const { storeId, shopifyOrderId, orderName, customer } = known;
  const where = { workspaceId: ticket.workspaceId, storeId };
  if (shopifyOrderId) {
    const shopifyId = shopifyOrderId.slice(shopifyOrderId.lastIndexOf("/") + 1);
    const order = await db.shopOrder.findFirst({ where: { ...where, shopifyId }, select: COLUMNS });
    return order && isStillHere(order) ? order : null;
  }
  const links = customer.shopify.filter((link) => link.storeId === storeId).map(({ shopifyId }) => shopifyId);
  const emails = customer.contacts.filter(({ kind }) => kind === "email").map(({ value }) => value);
  const latest = { select: COLUMNS, orderBy: { processedAt: "desc" }, take: MOST } as const;
  // One index each.
  const theirs = await Promise.all([
    links.length
      ? db.shopOrder.findMany({ where: { ...where, shopifyCustomerId: { in: links } }, ...latest })
      : [],
    emails.length ? db.shopOrder.findMany({ where: { ...where, email: { in: emails } }, ...latest }) : [],
  ]);
  return choose(theirs.flat(), orderName);
}

const COLUMNS = {
  storeId: true,
  shopifyId: true,
  name: true,
  processedAt: true,
  fulfillment: true,
  cancelledAt: true,
} as const;

/** Who names an order means that one: if it has left, no other is at risk. */
function choose(theirs: Candidate[], named: string | null): RiskedOrder | null {
  const order = named ? theirs.find(({ name }) => bare(name) === bare(named)) : undefined;
  if (order) return isStillHere(order) ? order : null;
  const here = theirs.filter(isStillHere);
  return here.sort((one, other) => other.processedAt.getTime() - one.processedAt.getTime())[0] ?? null;
}

const bare = (name: string): string => name.replace(/^#/, "").toLowerCase();
