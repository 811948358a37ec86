import type { Tx } from "../db.server.ts";

/**
 * Deletes queued and finished jobs: all of a workspace (storeId null), or those that name the store or a row
 * that was erased with it. A job running right now is left to end; the webhook's own is one of them.
 */
export async function eraseJobs(tx: Tx, workspaceId: string, storeId: string | null): Promise<void> {
  if (!storeId) {
    await tx.$executeRaw`
      DELETE FROM pgboss.job WHERE state <> 'active' AND data->>'workspaceId' = ${workspaceId}`;
    return;
  }
  await tx.$executeRaw`
    DELETE FROM pgboss.job j WHERE j.state <> 'active' AND j.data->>'workspaceId' = ${workspaceId} AND (
      j.data->>'storeId' = ${storeId}
      OR (j.data ? 'messageId' AND NOT EXISTS (SELECT 1 FROM "Message" m
          WHERE m."workspaceId" = ${workspaceId}::uuid AND m.id = (j.data->>'messageId')::uuid))
      OR (j.data ? 'mailId' AND NOT EXISTS (SELECT 1 FROM "OutgoingMail" m
          WHERE m."workspaceId" = ${workspaceId}::uuid AND m.id = (j.data->>'mailId')::uuid))
      OR (j.data ? 'eventId' AND NOT EXISTS (SELECT 1 FROM "Event" e
          WHERE e."workspaceId" = ${workspaceId}::uuid AND e.id = (j.data->>'eventId')::uuid)))`;
}
