// The rest of an action on many tickets is left alone: somebody stopped it, or whose it is may not go on.
import type { Tx } from "../../db.server.ts";
import { now } from "../../lib/clock.ts";

interface BulkRef {
  workspaceId: string;
  bulkId: string;
}

/** Leaves every ticket that still waits as it is, with the reason "stopped". */
export const leaveRest = (tx: Tx, { workspaceId, bulkId }: BulkRef) =>
  tx.bulkItem.updateMany({
    where: { workspaceId, bulkId, state: "waiting" },
    data: { state: "unchanged", reason: "stopped" },
  });

/** Ends it where it is. */
export async function stopIn(tx: Tx, ref: BulkRef): Promise<void> {
  await leaveRest(tx, ref);
  await tx.bulkAction.update({
    where: { workspaceId_id: { workspaceId: ref.workspaceId, id: ref.bulkId } },
    data: { state: "done", finishedAt: now() },
  });
}
