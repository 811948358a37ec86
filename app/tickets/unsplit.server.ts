// A split that was none: everything in the new ticket, what came to it since too, goes back to the one it came from.
import type { TicketMerge } from "@prisma/client";
import type { Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import type { Actor } from "../events/event.ts";
import { mergeIn } from "./merge.server.ts";

/** The caller holds both rows' locks. Throws cannot-undo when either has been merged since, or is gone. */
export async function unsplitIn(tx: Tx, split: TicketMerge, { by }: { by: Actor }): Promise<void> {
  const { workspaceId, fromId, intoId } = split;
  const tickets = await tx.ticket.findMany({
    where: { workspaceId, id: { in: [fromId, intoId] } },
    select: { mergedIntoId: true },
  });
  if (tickets.length < 2) throw new AppError("cannot-undo", { reason: "gone" });
  if (tickets.some(({ mergedIntoId }) => mergedIntoId))
    throw new AppError("cannot-undo", { reason: "merged-further" });
  await mergeIn(tx, { workspaceId, id: intoId }, { id: fromId }, { by });
}
