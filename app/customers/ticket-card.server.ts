// The card beside a ticket: its customer in its store.
import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { readFreshCard } from "./profile.server.ts";
import type { CustomerCard } from "./profile.ts";

/** After asking Shopify if need be; see readFreshCard. Throws not-found. */
export async function freshCardOfTicket(
  { workspaceId, id }: { workspaceId: string; id: string },
  how: { anew: boolean },
): Promise<CustomerCard> {
  const ticket = await db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { storeId: true, customerId: true },
  });
  if (!ticket) throw new AppError("not-found");
  const { customerId, storeId } = ticket;
  return customerId ? readFreshCard({ workspaceId, id: customerId }, storeId, how) : { state: "nobody" };
}
