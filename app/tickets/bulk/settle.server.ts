import type { Prisma } from "@prisma/client";
import type { Tx } from "../../db.server.ts";
import type { ItemState } from "./action.ts";

/** What became of one ticket of many. */
export interface Outcome {
  position: number;
  state: ItemState;
  reason: string | null;
  /** what undoing gives back; null keeps what is there */
  before: Prisma.InputJsonObject | null;
}

/** Writes down what became of each, in one statement. */
export async function settleItems(
  tx: Tx,
  { workspaceId, bulkId }: { workspaceId: string; bulkId: string },
  outcomes: Outcome[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "BulkItem" i SET state = o.state, reason = o.reason, before = coalesce(o.before, i.before)
    FROM jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb)
      AS o(position int, state text, reason text, before jsonb)
    WHERE i."workspaceId" = ${workspaceId}::uuid AND i."bulkId" = ${bulkId}::uuid AND i.position = o.position`;
}
