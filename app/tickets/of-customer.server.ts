import { db } from "../db.server.ts";
import { MOST_COUNTED } from "./of-customer.ts";

/** How many tickets a customer has, counted up to one more than is shown. */
export async function countTicketsOf({
  workspaceId,
  id,
}: {
  workspaceId: string;
  id: string;
}): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM "Ticket" WHERE "workspaceId" = ${workspaceId}::uuid AND "customerId" = ${id}::uuid
        AND "mergedIntoId" IS NULL LIMIT ${MOST_COUNTED + 1}) counted`;
  return rows[0]?.count ?? 0;
}
