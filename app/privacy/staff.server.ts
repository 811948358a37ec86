import type { Tx } from "../db.server.ts";
import { removeFilesOf } from "../files/remove.server.ts";
import { now } from "../lib/clock.ts";
import type { StoreOfDuty } from "./person.server.ts";

/**
 * The store's staff accounts go. Who has no account in another store is no agent any more: deleted, or retired
 * when the other stores' conversations show their name.
 */
export async function dismissStaff(tx: Tx, { workspaceId, storeId }: StoreOfDuty): Promise<void> {
  const accounts = await tx.staffAccount.findMany({
    where: { workspaceId, storeId },
    select: { agentId: true },
  });
  await tx.staffAccount.deleteMany({ where: { workspaceId, storeId } });
  const ids = await withoutAccount(
    tx,
    workspaceId,
    accounts.map(({ agentId }) => agentId),
  );
  const theirs = { workspaceId, agentId: { in: ids } };
  await tx.presence.deleteMany({ where: theirs });
  await tx.notification.deleteMany({ where: theirs });
  await tx.draft.deleteMany({ where: theirs });
  await tx.savedView.deleteMany({ where: { ...theirs, shared: false } });
  await removePictures(tx, workspaceId, ids);
  await tx.$executeRaw`
    DELETE FROM "Agent" a WHERE a."workspaceId" = ${workspaceId}::uuid AND a.id = ANY(${ids}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM "Ticket" t WHERE t."workspaceId" = a."workspaceId" AND t."assigneeId" = a.id)
      AND NOT EXISTS (SELECT 1 FROM "Message" m WHERE m."workspaceId" = a."workspaceId" AND m."authorId" = a.id)
      AND NOT EXISTS (SELECT 1 FROM "TicketRead" r WHERE r."workspaceId" = a."workspaceId" AND r."agentId" = a.id)
      AND NOT EXISTS (SELECT 1 FROM "File" f WHERE f."workspaceId" = a."workspaceId" AND f."uploadedById" = a.id)
      AND NOT EXISTS (SELECT 1 FROM "NewRequest" n WHERE n."workspaceId" = a."workspaceId" AND n."createdById" = a.id)
      AND NOT EXISTS (SELECT 1 FROM "SavedView" v WHERE v."workspaceId" = a."workspaceId" AND v."agentId" = a.id)
      AND NOT EXISTS (SELECT 1 FROM "Macro" o WHERE o."workspaceId" = a."workspaceId" AND o."agentId" = a.id)
      AND NOT EXISTS (SELECT 1 FROM "BulkAction" b WHERE b."workspaceId" = a."workspaceId" AND b."agentId" = a.id)
      AND NOT EXISTS (SELECT 1 FROM "Chat" c WHERE c."workspaceId" = a."workspaceId" AND c."acceptedById" = a.id)
      AND NOT EXISTS (SELECT 1 FROM "Visitor" v WHERE v."workspaceId" = a."workspaceId" AND v."blockedById" = a.id)
      AND NOT EXISTS (SELECT 1 FROM "Event" e WHERE e."workspaceId" = a."workspaceId" AND e."actorKind" = 'agent'
                      AND e."actorId" = a.id::text)`;
  await tx.agent.updateMany({
    where: { workspaceId, id: { in: ids } },
    data: { retiredAt: now(), role: null },
  });
}

async function removePictures(tx: Tx, workspaceId: string, ids: string[]): Promise<void> {
  const agents = await tx.agent.findMany({
    where: { workspaceId, id: { in: ids }, pictureKey: { not: null } },
    select: { pictureKey: true },
  });
  await tx.agent.updateMany({ where: { workspaceId, id: { in: ids } }, data: { pictureKey: null } });
  await removeFilesOf(
    tx,
    agents.flatMap(({ pictureKey }) => pictureKey ?? []),
  );
}

/** Those of the agents whom no other store knows. */
async function withoutAccount(tx: Tx, workspaceId: string, ids: string[]): Promise<string[]> {
  const agents = await tx.agent.findMany({
    where: { workspaceId, id: { in: ids }, accounts: { none: {} } },
    select: { id: true },
  });
  return agents.map(({ id }) => id);
}
