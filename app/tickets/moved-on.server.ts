// Has anybody written since an agent last looked? Then their Send is stopped, and shows what is new.
import type { Prisma } from "@prisma/client";
import type { Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { broughtIn, type MergeSight } from "./merged-in.server.ts";
import type { MessageKind, TicketRef } from "./ticket.ts";

/** One thing said meanwhile, as the page that is stopped shows it. */
export interface News {
  id: string;
  kind: MessageKind;
  /** who wrote it; null for nobody known */
  by: string | null;
  text: string;
  /** ISO 8601 */
  at: string;
}

const MOST_NEWS = 5;
const LONGEST = 600;

/**
 * Throws thread-moved-on (detail: newest, news, more, merge, merged) when anything was said after `seen`: by a customer,
 * by a colleague whose reply is still held or who left a note, by the agent on another device; or when a merge has
 * brought anything the page did not show. Their own note tells them nothing new, nor does what we said automatically.
 * `among`: what counts at all. The caller holds the ticket's lock.
 */
export async function stopIfMovedOn(
  tx: Tx,
  ticket: TicketRef,
  { seen, sight }: { seen: string | null; sight?: MergeSight | undefined },
  agent: { id: string },
  among: Prisma.MessageWhereInput = {},
): Promise<void> {
  const { workspaceId, id: ticketId } = ticket;
  const last = await lastSeen(tx, ticket, seen);
  const brought = sight && (await broughtIn(tx, ticket, sight, { agent, most: MOST_NEWS + 1 }));
  const rows = await tx.message.findMany({
    where: {
      workspaceId,
      ticketId,
      machine: null,
      automatic: false,
      deletedAt: null,
      AND: [
        among,
        // An answer that came by mail and is held is a note without an author.
        { OR: [{ kind: { not: "note" } }, { authorId: null }, { authorId: { not: agent.id } }] },
        last
          ? {
              OR: [
                { createdAt: { gt: last.createdAt } },
                { createdAt: last.createdAt, id: { gt: last.id } },
                ...(brought?.ids.length ? [{ id: { in: brought.ids } }] : []),
              ],
            }
          : {},
      ],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_NEWS + 1,
    select: {
      id: true,
      kind: true,
      text: true,
      trimmed: true,
      fromName: true,
      fromAddress: true,
      createdAt: true,
      author: { select: { name: true } },
    },
  });
  if (!rows.length) return;
  const news = rows
    .slice(0, MOST_NEWS)
    .reverse()
    .map((row): News => ({
      id: row.id,
      kind: row.kind as MessageKind,
      by: row.author?.name ?? row.fromName ?? row.fromAddress,
      text: shorten(row.trimmed ?? row.text),
      at: row.createdAt.toISOString(),
    }));
  throw new AppError("thread-moved-on", {
    newest: rows[0]?.id ?? null,
    news,
    more: rows.length > MOST_NEWS,
    merge: brought?.merge ?? null,
    merged: brought?.ids.length ? rows.every(({ id }) => brought.ids.includes(id)) : false,
  });
}

/** The newest message of all, for whoever answers what stands there now. */
export async function newestOf(tx: Tx, { workspaceId, id: ticketId }: TicketRef): Promise<string | null> {
  const newest = await tx.message.findFirst({
    where: { workspaceId, ticketId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return newest?.id ?? null;
}

/** Where the agent's reading ended. A message that was taken back since is gone, but its id tells its time. */
async function lastSeen(tx: Tx, { workspaceId, id: ticketId }: TicketRef, seen: string | null) {
  if (!seen) return null;
  const row = await tx.message.findFirst({
    where: { workspaceId, ticketId, id: seen },
    select: { id: true, createdAt: true },
  });
  return row ?? { id: seen, createdAt: new Date(Number.parseInt(seen.replaceAll("-", "").slice(0, 12), 16)) };
}

function shorten(text: string): string {
  const letters = Array.from(text.trim());
  return letters.length <= LONGEST ? letters.join("") : `${letters.slice(0, LONGEST - 1).join("")}…`;
}
