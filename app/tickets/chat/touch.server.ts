// The one way a chat changes: its revision counts up under its row's lock, so that what its visitor sees has one order,
// and all processes hear that there is something new to see.
import type { Prisma } from "@prisma/client";
import type { Tx } from "../../db.server.ts";
import { newId } from "../../lib/id.ts";
import { FOR_VISITOR } from "../../live/news.ts";
import { publish } from "../../live/publish.server.ts";

export interface ChatRef {
  workspaceId: string;
  /** of the ticket it made */
  ticketId: string;
}

/** Changes it, and returns its new revision: the place of whatever is said with this change. */
export async function touchChat(
  tx: Tx,
  { workspaceId, ticketId }: ChatRef,
  data: Omit<Prisma.ChatUncheckedUpdateInput, "workspaceId" | "ticketId">,
): Promise<number> {
  const { revision, visitorId } = await tx.chat.update({
    where: { workspaceId_ticketId: { workspaceId, ticketId } },
    data: { ...data, revision: { increment: 1 } },
    select: { revision: true, visitorId: true },
  });
  await tellVisitor(tx, workspaceId, visitorId);
  return revision;
}

/** Says to all processes that there is something new for this visitor. */
export const tellVisitor = (tx: Tx, workspaceId: string, visitorId: string): Promise<void> =>
  publish(tx, { workspaceId, id: newId(), type: FOR_VISITOR, visitorId });
