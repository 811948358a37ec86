// The workspace's labels themselves: made on the fly, found by any name they have had.
import { db, holdLock, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import type { Actor } from "../events/event.ts";
import { recordEvent } from "../events/record.server.ts";
import { now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { cleanLabelName, colorOf, MOST_LABELS, type LabelColor } from "./label.ts";

export interface LabelRow {
  id: string;
  name: string;
  color: LabelColor;
}

/**
 * The label of this name, whatever the case: one in use, the one it was merged into, else a new one. Throws invalid
 * for an empty name, too-many when the workspace has all it may have.
 */
export async function labelNamedIn(
  tx: Tx,
  { workspaceId }: { workspaceId: string },
  wanted: { name: string; color: LabelColor },
  { by }: { by: Actor },
): Promise<LabelRow> {
  const name = cleanLabelName(wanted.name);
  if (!name) throw new AppError("invalid", { field: "name" });
  await holdLock(tx, `labels:${workspaceId}`);
  const known = await findByName(tx, workspaceId, name);
  if (known) return known;
  const inUse = await tx.label.count({ where: { workspaceId, retiredAt: null } });
  if (inUse >= MOST_LABELS) throw new AppError("too-many", { most: MOST_LABELS });
  const label = { id: newId(), name, color: wanted.color };
  await tx.label.create({ data: { workspaceId, ...label, createdAt: now() } });
  await recordEvent(tx, workspaceId, { type: "label-made", by, data: { labelId: label.id, name } });
  return label;
}

/** The same in a transaction of its own. */
export const makeLabel = (
  workspace: { id: string },
  wanted: { name: string; color: LabelColor },
  by: { by: Actor },
): Promise<LabelRow> => db.$transaction((tx) => labelNamedIn(tx, { workspaceId: workspace.id }, wanted, by));

/** By the name it has, else by the latest of those merged into it. */
async function findByName(tx: Tx, workspaceId: string, name: string): Promise<LabelRow | null> {
  const [found] = await tx.$queryRaw<{ id: string; name: string; color: string }[]>`
    WITH RECURSIVE named AS (
      SELECT id, name, color, "mergedIntoId", "retiredAt", 0 AS hop FROM "Label"
      WHERE "workspaceId" = ${workspaceId}::uuid AND lower(name) = lower(${name})
      UNION ALL
      SELECT l.id, l.name, l.color, l."mergedIntoId", l."retiredAt", n.hop + 1 FROM named n
      JOIN "Label" l ON l."workspaceId" = ${workspaceId}::uuid AND l.id = n."mergedIntoId"
      WHERE n.hop < 20
    )
    SELECT id, name, color FROM named WHERE "retiredAt" IS NULL ORDER BY hop LIMIT 1`;
  return found ? { ...found, color: colorOf(found.color) } : null;
}
