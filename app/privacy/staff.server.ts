import type { Tx } from "../db.server.ts";
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
  const ids = accounts.map(({ agentId }) => agentId);
  await tx.$executeRaw`
    DELETE FROM "Agent" a WHERE a."workspaceId" = ${workspaceId}::uuid AND a.id = ANY(${ids}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM "StaffAccount" s WHERE s."workspaceId" = a."workspaceId" AND s."agentId" = a.id)
      AND NOT EXISTS (SELECT 1 FROM "Ticket" t WHERE t."workspaceId" = a."workspaceId" AND t."assigneeId" = a.id)
      AND NOT EXISTS (SELECT 1 FROM "Message" m WHERE m."workspaceId" = a."workspaceId" AND m."authorId" = a.id)
      AND NOT EXISTS (SELECT 1 FROM "TicketRead" r WHERE r."workspaceId" = a."workspaceId" AND r."agentId" = a.id)
      AND NOT EXISTS (SELECT 1 FROM "File" f WHERE f."workspaceId" = a."workspaceId" AND f."uploadedById" = a.id)
      AND NOT EXISTS (SELECT 1 FROM "NewRequest" n WHERE n."workspaceId" = a."workspaceId" AND n."createdById" = a.id)
      AND NOT EXISTS (SELECT 1 FROM "Event" e WHERE e."workspaceId" = a."workspaceId" AND e."actorKind" = 'agent'
                      AND e."actorId" = a.id::text)`;
  await tx.agent.updateMany({
    where: { workspaceId, id: { in: ids }, accounts: { none: {} } },
    data: { retiredAt: now(), role: null },
  });
}
