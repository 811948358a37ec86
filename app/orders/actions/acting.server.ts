// Who is about to do something to an order, from which ticket, and whose orders that ticket may touch.
import type { StaffRef } from "../../clients/shopify-staff.server.ts";
import { normaliseEmail, type Identity } from "../../customers/customer.ts";
import { db } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { staffAt } from "../../workspace/staff-at.server.ts";

export interface Acting {
  workspaceId: string;
  ticketId: string;
  /** as people call it: "#1042" */
  ticketNumber: string;
  agent: { id: string; name: string; locale: string };
  store: { id: string; shopDomain: string; name: string; currency: string };
  identity: Identity;
  /** of the ticket's customer, in this store */
  emails: string[];
  shopifyIds: string[];
  /** the order Shopify confirmed the ticket is about */
  shopifyOrderId: string | null;
  /** the agent at this store, with a live token if there is one; null: they never opened the app there */
  staff: StaffRef | null;
}

/** Throws not-found. */
export async function actingOn(
  ticket: { workspaceId: string; id: string },
  agent: Acting["agent"],
): Promise<Acting> {
  const { workspaceId, id } = ticket;
  const row = await db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: {
      number: true,
      identity: true,
      shopifyOrderId: true,
      store: { select: { id: true, shopDomain: true, name: true, currency: true } },
      customer: {
        select: {
          email: true,
          contacts: { where: { workspaceId, removedAt: null }, take: 50 },
          shopify: { where: { workspaceId, proof: { not: "order" } }, take: 50 },
        },
      },
    },
  });
  if (!row) throw new AppError("not-found");
  const { store, customer } = row;
  const { ticketPrefix } = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const contacts = (customer?.contacts ?? []).filter(({ kind }) => kind === "email");
  const emails = [customer?.email, ...contacts.map(({ value }) => value)].map(normaliseEmail);
  const { id: agentId, name, locale } = agent;
  return {
    workspaceId,
    ticketId: id,
    ticketNumber: `${ticketPrefix}${row.number}`,
    agent: { id: agentId, name, locale },
    store,
    identity: row.identity as Identity,
    emails: emails.filter((email) => email !== null),
    shopifyIds: (customer?.shopify ?? [])
      .filter(({ storeId }) => storeId === store.id)
      .map(({ shopifyId }) => shopifyId),
    shopifyOrderId: row.shopifyOrderId,
    staff: await staffAt(workspaceId, store, agentId),
  };
}
