import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { isId } from "../lib/id.ts";
import type { TicketRef } from "./ticket.ts";

/** The ticket of this workspace, or not-found: another tenant's ticket does not exist. */
export async function findTicket(workspace: { id: string }, id: string | undefined): Promise<TicketRef> {
  if (!isId(id)) throw new AppError("not-found");
  const ticket = await db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId: workspace.id, id } },
    select: { workspaceId: true, id: true },
  });
  if (!ticket) throw new AppError("not-found");
  return ticket;
}
