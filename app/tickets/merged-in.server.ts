// What merges brought into a ticket that a page did not show when its agent began to write. Its time says nothing: it may
// be older than all they have read.
import { Prisma } from "@prisma/client";
import type { Tx } from "../db.server.ts";
import { readMoved } from "./merge.ts";
import type { TicketRef } from "./ticket.ts";

/** What a page knew of merges. */
export interface MergeSight {
  /** the ticket it showed; another one once that was merged into this */
  ticketId: string;
  /** the newest merge into it; null for none */
  merge: string | null;
}

export interface Brought {
  /** message ids */
  ids: string[];
  /** the newest merge of them */
  merge: string | null;
}

const NOTHING: Brought = { ids: [], merge: null };
/** Nobody merges more into one ticket while somebody writes an answer. */
const MOST_MERGES = 20;

/** Messages a colleague's merge has brought since, the newest `most` at the most. What agents did themselves is no news. */
export async function broughtIn(
  tx: Tx,
  ticket: TicketRef,
  sight: MergeSight,
  { agent, most }: { agent: { id: string }; most: number },
): Promise<Brought> {
  const { workspaceId, id: ticketId } = ticket;
  const elsewhere = sight.ticketId !== ticketId;
  const merges = await tx.ticketMerge.findMany({
    where: {
      workspaceId,
      kind: "merge",
      undoneAt: null,
      OR: [{ byId: null }, { byId: { not: agent.id } }],
      ...(elsewhere
        ? { fromId: sight.ticketId }
        : { intoId: ticketId, ...(sight.merge ? { id: { gt: sight.merge } } : {}) }),
    },
    orderBy: { id: "desc" },
    take: elsewhere ? 1 : MOST_MERGES,
    select: { id: true, moved: true },
  });
  const [newest] = merges;
  if (!newest) return NOTHING;
  const moved = merges.flatMap((merge) => readMoved(merge.moved).messageIds);
  // Whoever wrote in what was merged away has read that, and nothing of the other.
  const among = elsewhere ? Prisma.sql`id <> ALL(${moved}::uuid[])` : Prisma.sql`id = ANY(${moved}::uuid[])`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Message"
    WHERE "workspaceId" = ${workspaceId}::uuid AND "ticketId" = ${ticketId}::uuid AND ${among}
      AND machine IS NULL AND "deletedAt" IS NULL AND (kind <> 'note' OR "authorId" IS DISTINCT FROM ${agent.id}::uuid)
    ORDER BY "createdAt" DESC, id DESC LIMIT ${most}`;
  return { ids: rows.map(({ id }) => id), merge: newest.id };
}
