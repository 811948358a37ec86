import { db } from "../../db.server.ts";

const BATCH = 5_000;

/** All that is expected of a store's buyers goes, a batch a transaction. */
export async function dropFigures({
  workspaceId,
  storeId,
}: {
  workspaceId: string;
  storeId: string;
}): Promise<void> {
  for (;;) {
    const gone = await db.$executeRaw`
      DELETE FROM "CustomerForecast" WHERE "workspaceId" = ${workspaceId}::uuid AND ctid IN (
        SELECT ctid FROM "CustomerForecast"
        WHERE "workspaceId" = ${workspaceId}::uuid AND "storeId" = ${storeId}::uuid LIMIT ${BATCH})`;
    if (gone < BATCH) return;
  }
}
