import type { Tx } from "../../db.server.ts";

/** What keeps the counts compares all of a statement's rows with one another: many small statements are faster. */
const PART = 500;

/** Makes them the customer's. */
export async function moveTickets(
  tx: Tx,
  workspaceId: string,
  ids: string[],
  customerId: string,
): Promise<void> {
  for (let at = 0; at < ids.length; at += PART)
    await tx.$executeRaw`
      UPDATE "Ticket" SET "customerId" = ${customerId}::uuid
      WHERE "workspaceId" = ${workspaceId}::uuid AND id = ANY(${ids.slice(at, at + PART)}::uuid[])`;
}
