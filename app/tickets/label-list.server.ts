// The workspace's labels with how many tickets each is on, for the settings page.
import { db } from "../db.server.ts";
import { colorOf, type LabelColor } from "./label.ts";

export interface ListedLabel {
  id: string;
  name: string;
  color: LabelColor;
  /** exact up to a thousand, then 1001 */
  tickets: number;
}

/** Exact up to this many. */
export const MOST_COUNTED = 1000;

/** Those in use, by name. */
export async function listLabels({ id: workspaceId }: { id: string }): Promise<ListedLabel[]> {
  const rows = await db.$queryRaw<(Omit<ListedLabel, "color"> & { color: string })[]>`
    SELECT l.id, l.name, l.color, counted.tickets FROM "Label" l
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS tickets FROM (
        SELECT 1 FROM "TicketLabel" t WHERE t."workspaceId" = l."workspaceId" AND t."labelId" = l.id
        LIMIT ${MOST_COUNTED + 1}) found) counted
    WHERE l."workspaceId" = ${workspaceId}::uuid AND l."retiredAt" IS NULL
    ORDER BY lower(l.name), l.id`;
  return rows.map((row) => ({ ...row, color: colorOf(row.color) }));
}

/** How many tickets still carry labels that were merged into others: a job is moving them. */
export async function countMoving({ id: workspaceId }: { id: string }): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM "Label" l JOIN "TicketLabel" t ON t."workspaceId" = l."workspaceId" AND t."labelId" = l.id
      WHERE l."workspaceId" = ${workspaceId}::uuid AND l."mergedIntoId" IS NOT NULL LIMIT 100000) found`;
  return row?.count ?? 0;
}
