// What managers do to the workspace's labels: rename, recolour, merge two, take out of use and back.
import type { Prisma } from "@prisma/client";
import { db, holdLock, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import type { Actor } from "../events/event.ts";
import { recordEvent } from "../events/record.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { now } from "../lib/clock.ts";
import { isId } from "../lib/id.ts";
import { cleanLabelName, MOST_LABELS, type LabelColor } from "./label.ts";

interface LabelRef {
  workspaceId: string;
  id: string;
}

/** The label of this workspace, in use or not. Throws not-found. */
export async function findLabel(workspace: { id: string }, id: string | undefined): Promise<LabelRef> {
  const { id: workspaceId } = workspace;
  const found = isId(id) && (await db.label.findUnique({ where: { workspaceId_id: { workspaceId, id } } }));
  if (!found) throw new AppError("not-found");
  return { workspaceId, id: found.id };
}

/** Gives a label another name or colour. Throws invalid for a name that is empty or another's. */
export const changeLabel = (
  label: LabelRef,
  to: { name: string; color: LabelColor },
  { by }: { by: Actor },
): Promise<void> =>
  alone(label, async (tx) => {
    const name = cleanLabelName(to.name);
    if (!name) throw new AppError("invalid", { fields: ["name"] });
    await mustBeFree(tx, label, name);
    const { count } = await tx.label.updateMany({
      where: {
        workspaceId: label.workspaceId,
        id: label.id,
        retiredAt: null,
        NOT: { name, color: to.color },
      },
      data: { name, color: to.color },
    });
    if (count) await note(tx, label, "label-changed", by, { name });
  });

/** Merges a label into another: its name leads there from now on, its tickets follow in a job. */
export const mergeLabel = (label: LabelRef, into: LabelRef, { by }: { by: Actor }): Promise<void> =>
  alone(label, async (tx) => {
    const inUse = await tx.label.count({
      where: { workspaceId: into.workspaceId, id: into.id, retiredAt: null },
    });
    if (!inUse || into.id === label.id) throw new AppError("invalid", { fields: ["into"] });
    const { count } = await tx.label.updateMany({
      where: { workspaceId: label.workspaceId, id: label.id, retiredAt: null },
      data: { retiredAt: now(), mergedIntoId: into.id },
    });
    if (!count) return;
    await note(tx, label, "label-merged", by, { into: into.id });
    await enqueue(tx, "merge-label", { workspaceId: label.workspaceId, labelId: label.id });
  });

/** Takes a label out of use; its tickets remember it, in case it comes back. */
export const retireLabel = (label: LabelRef, { by }: { by: Actor }): Promise<void> =>
  alone(label, async (tx) => {
    const { count } = await tx.label.updateMany({
      where: { workspaceId: label.workspaceId, id: label.id, retiredAt: null },
      data: { retiredAt: now() },
    });
    if (count) await note(tx, label, "label-retired", by, {});
  });

/** Takes a label back into use. Throws invalid when its name is another's by now. */
export const bringBackLabel = (label: LabelRef, { by }: { by: Actor }): Promise<void> =>
  alone(label, async (tx) => {
    const { workspaceId, id } = label;
    const retired = await tx.label.findFirst({
      where: { workspaceId, id, retiredAt: { not: null }, mergedIntoId: null },
      select: { name: true },
    });
    if (!retired) return;
    await mustBeFree(tx, label, retired.name);
    const inUse = await tx.label.count({ where: { workspaceId, retiredAt: null } });
    if (inUse >= MOST_LABELS) throw new AppError("too-many", { most: MOST_LABELS });
    await tx.label.updateMany({ where: { workspaceId, id }, data: { retiredAt: null } });
    await note(tx, label, "label-changed", by, { name: retired.name });
  });

const BATCH = 1000;

/** The job: the tickets of a merged label get the one it was merged into. */
export async function moveMergedLabel(ref: { workspaceId: string; labelId: string }): Promise<void> {
  while ((await moveBatch(ref)) === BATCH);
}

async function moveBatch({
  workspaceId,
  labelId,
}: {
  workspaceId: string;
  labelId: string;
}): Promise<number> {
  return db.$executeRaw`
    WITH batch AS (
      SELECT "ticketId", "createdAt" FROM "TicketLabel"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "labelId" = ${labelId}::uuid LIMIT ${BATCH}
    ), added AS (
      INSERT INTO "TicketLabel" ("workspaceId", "ticketId", "labelId", "createdAt")
      SELECT l."workspaceId", s."ticketId", l."mergedIntoId", s."createdAt" FROM batch s
      JOIN "Label" l ON l."workspaceId" = ${workspaceId}::uuid AND l.id = ${labelId}::uuid
      WHERE l."mergedIntoId" IS NOT NULL
      ON CONFLICT DO NOTHING
    )
    DELETE FROM "TicketLabel" t USING batch s
    WHERE t."workspaceId" = ${workspaceId}::uuid AND t."labelId" = ${labelId}::uuid AND t."ticketId" = s."ticketId"`;
}

/** One at a time in a workspace: two names must not become one. */
const alone = (label: LabelRef, work: (tx: Tx) => Promise<void>): Promise<void> =>
  db.$transaction(async (tx) => {
    await holdLock(tx, `labels:${label.workspaceId}`);
    await work(tx);
  });

async function mustBeFree(tx: Tx, { workspaceId, id }: LabelRef, name: string): Promise<void> {
  const taken = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Label" WHERE "workspaceId" = ${workspaceId}::uuid AND lower(name) = lower(${name})
      AND "retiredAt" IS NULL AND id <> ${id}::uuid`;
  if (taken.length) throw new AppError("invalid", { fields: ["name"], reason: "taken" });
}

const note = (
  tx: Tx,
  { workspaceId, id }: LabelRef,
  type: "label-changed" | "label-merged" | "label-retired",
  by: Actor,
  data: Prisma.InputJsonObject,
): Promise<void> => recordEvent(tx, workspaceId, { type, by, data: { labelId: id, ...data } });
