import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { isId } from "../lib/id.ts";
import type { TicketRef } from "./ticket.ts";

const HOPS = 10;

/** The ticket of this workspace, the survivor if it was merged, or not-found: another tenant's ticket does not exist. */
export async function findTicket(workspace: { id: string }, id: string | undefined): Promise<TicketRef> {
  if (!isId(id)) throw new AppError("not-found");
  for (let hop = 0, next = id; hop < HOPS; hop++) {
    const ticket = await db.ticket.findUnique({
      where: { workspaceId_id: { workspaceId: workspace.id, id: next } },
      select: { workspaceId: true, id: true, mergedIntoId: true },
    });
    if (!ticket) break;
    if (!ticket.mergedIntoId) return { workspaceId: ticket.workspaceId, id: ticket.id };
    next = ticket.mergedIntoId;
  }
  throw new AppError("not-found");
}
