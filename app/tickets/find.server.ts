import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { isId } from "../lib/id.ts";
import { survivorOf } from "./survivor.server.ts";
import type { TicketRef } from "./ticket.ts";

/** The ticket of this workspace, the survivor if it was merged, or not-found: another tenant's ticket does not exist. */
export async function findTicket(workspace: { id: string }, id: string | undefined): Promise<TicketRef> {
  const ticket = isId(id) ? await survivorOf(db, { workspaceId: workspace.id, id }) : null;
  if (!ticket) throw new AppError("not-found");
  return ticket;
}
