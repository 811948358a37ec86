import { db } from "../db.server.ts";
import type { TicketOfCustomer } from "./of-customer.ts";
import { showNumber, type Status } from "./ticket.ts";

const MOST_LISTED = 10;

/** The latest of a customer's tickets, across the workspace's stores. */
export async function listTicketsOf(
  workspace: { id: string; ticketPrefix: string },
  customer: { id: string },
): Promise<TicketOfCustomer[]> {
  const rows = await db.ticket.findMany({
    where: { workspaceId: workspace.id, customerId: customer.id, mergedIntoId: null },
    orderBy: [{ lastMessageAt: "desc" }, { id: "desc" }],
    take: MOST_LISTED,
    select: {
      id: true,
      number: true,
      subject: true,
      status: true,
      lastMessageAt: true,
      store: { select: { id: true, name: true } },
    },
  });
  return rows.map(({ number, status, lastMessageAt, ...ticket }) => ({
    ...ticket,
    number: showNumber(workspace.ticketPrefix, number),
    status: status as Status,
    lastMessageAt: lastMessageAt.toISOString(),
  }));
}
