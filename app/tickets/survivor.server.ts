import type { Tx } from "../db.server.ts";
import { lockTickets } from "./lock.server.ts";
import type { TicketRef } from "./ticket.ts";

const HOPS = 100;

/** The ticket itself, or the one it was merged into; null when it is gone. */
export async function survivorOf(tx: Tx, { workspaceId, id }: TicketRef): Promise<TicketRef | null> {
  for (let hop = 0, next = id; hop < HOPS; hop++) {
    const ticket = await tx.ticket.findUnique({
      where: { workspaceId_id: { workspaceId, id: next } },
      select: { mergedIntoId: true },
    });
    if (!ticket) return null;
    if (!ticket.mergedIntoId) return { workspaceId, id: next };
    next = ticket.mergedIntoId;
  }
  return null;
}

/**
 * Locks tickets and what they lead to, until the transaction ends: whoever merges or unmerges them has done so before,
 * or waits. What a merge led elsewhere while we waited for it is locked as well.
 */
export async function lockSurvivors(tx: Tx, workspaceId: string, ids: string[]): Promise<void> {
  for (let locked: string[] = []; ;) {
    const wanted = [...ids];
    for (const id of new Set(ids)) {
      const survivor = await survivorOf(tx, { workspaceId, id });
      if (survivor) wanted.push(survivor.id);
    }
    if (locked.length && wanted.every((id) => locked.includes(id))) return;
    await lockTickets(tx, workspaceId, wanted);
    locked = wanted;
  }
}
