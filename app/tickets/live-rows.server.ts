// What lists show of tickets that something just happened to, for every open page at once: nothing per agent.
import { Prisma } from "@prisma/client";
import { db } from "../db.server.ts";
import { presentRow, rowColumns, rowTables, type StoredRow, type TicketRow } from "./row.server.ts";

/** The rows of these tickets; one that was merged or deleted has none. */
export async function liveRows(workspaceId: string, ticketIds: string[]): Promise<TicketRow[]> {
  const rows = await db.$queryRaw<(StoredRow & { ticketPrefix: string })[]>`
    SELECT ${rowColumns}, w."ticketPrefix"
    FROM "Ticket" t ${rowTables}
    JOIN "Workspace" w ON w.id = t."workspaceId"
    WHERE t."workspaceId" = ${workspaceId}::uuid AND t.id IN (${Prisma.join(ticketIds.map((id) => Prisma.sql`${id}::uuid`))})
      AND t."mergedIntoId" IS NULL`;
  return rows.map(({ ticketPrefix, ...row }) => presentRow({ ticketPrefix }, row));
}
