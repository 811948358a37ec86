import { db } from "../db.server.ts";
import { MOST_COUNTED, type TicketOfCustomer } from "./of-customer.ts";
import { showNumber, type Status } from "./ticket.ts";

const MOST_LISTED = 10;

/** How many tickets a customer has, counted up to one more than is shown. */
export async function countTicketsOf({
  workspaceId,
  id,
}: {
  workspaceId: string;
  id: string;
}): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM "Ticket" WHERE "workspaceId" = ${workspaceId}::uuid AND "customerId" = ${id}::uuid
        AND "mergedIntoId" IS NULL LIMIT ${MOST_COUNTED + 1}) counted`;
  return rows[0]?.count ?? 0;
}

/** The latest of them, across the workspace's stores. */
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
