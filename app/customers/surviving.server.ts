import type { Tx } from "../db.server.ts";

const HOPS = 100;

/** The customer itself, or the one they were merged into; null when there is none. */
export async function survivingCustomer(
  tx: Tx,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<string | null> {
  for (let hop = 0, next = id; hop < HOPS; hop++) {
    const customer = await tx.customer.findUnique({
      where: { workspaceId_id: { workspaceId, id: next } },
      select: { mergedIntoId: true },
    });
    if (!customer?.mergedIntoId) return customer ? next : null;
    next = customer.mergedIntoId;
  }
  return null;
}
