import type { Prisma } from "@prisma/client";
import type { Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import type { TicketRef } from "./ticket.ts";

/**
 * Changes a ticket where it is not so already (`where`). Returns whether it was; throws not-found when the ticket is
 * gone or was merged away.
 */
export async function changeIn(
  tx: Tx,
  { workspaceId, id }: TicketRef,
  where: Prisma.TicketWhereInput,
  data: Prisma.TicketUncheckedUpdateManyInput,
): Promise<boolean> {
  const { count } = await tx.ticket.updateMany({
    where: { workspaceId, id, mergedIntoId: null, AND: where },
    data,
  });
  if (!count) await mustExist(tx, { workspaceId, id });
  return count > 0;
}

/** Throws not-found when the ticket is gone or was merged away. */
export async function mustExist(tx: Tx, { workspaceId, id }: TicketRef): Promise<void> {
  const there = await tx.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id }, mergedIntoId: null },
    select: { id: true },
  });
  if (!there) throw new AppError("not-found");
}
