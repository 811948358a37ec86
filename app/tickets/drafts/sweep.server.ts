import { db } from "../../db.server.ts";
import { removeFilesOf } from "../../files/remove.server.ts";
import { DAY, later, now } from "../../lib/clock.ts";
import { fileIdsOf } from "./kept.server.ts";

/** Nobody comes back to what they began this long ago. */
const KEPT = 30 * DAY;
const MOST = 200;

/** Removes drafts nobody has touched for a long time, with their files. */
export async function sweepDrafts(): Promise<void> {
  const old = { updatedAt: { lt: later(now(), -KEPT) } };
  // eslint-disable-next-line samla/tenant-where -- forgotten drafts of every workspace
  const drafts = await db.draft.findMany({ where: old, take: MOST });
  for (const draft of drafts) {
    const { workspaceId, agentId, ticketId, mode } = draft;
    await db.$transaction(async (tx) => {
      const { count } = await tx.draft.deleteMany({
        where: { workspaceId, agentId, ticketId, mode, ...old },
      });
      if (!count) return;
      const where = { workspaceId, id: { in: fileIdsOf(draft) }, messageId: null, uploadedById: agentId };
      const files = await tx.file.findMany({ where, select: { key: true } });
      await tx.file.deleteMany({ where });
      await removeFilesOf(
        tx,
        files.map(({ key }) => key),
      );
    });
  }
}
