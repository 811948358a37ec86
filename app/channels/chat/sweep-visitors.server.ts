// A token nobody used for half a year opens nothing any more, and a visitor who never said anything goes with it.
import { db } from "../../db.server.ts";
import { now } from "../../lib/clock.ts";

const MOST = 500;

/** Removes some of them; the rest the next time. */
export async function sweepVisitors(): Promise<void> {
  const expired = await db.$queryRaw<{ workspaceId: string; visitorId: string }[]>`
    DELETE FROM "VisitorToken" WHERE "tokenHash" IN (
      SELECT "tokenHash" FROM "VisitorToken" WHERE "expiresAt" <= ${now()} ORDER BY "expiresAt" LIMIT ${MOST})
    RETURNING "workspaceId", "visitorId"`;
  if (!expired.length) return;
  await db.$executeRaw`
    DELETE FROM "Visitor" v
    USING unnest(${expired.map(({ workspaceId }) => workspaceId)}::uuid[], ${expired.map(({ visitorId }) => visitorId)}::uuid[])
      AS old(workspace, visitor)
    WHERE v."workspaceId" = old.workspace AND v.id = old.visitor
      AND NOT EXISTS (SELECT 1 FROM "Chat" c WHERE c."workspaceId" = v."workspaceId" AND c."visitorId" = v.id)
      AND NOT EXISTS (SELECT 1 FROM "VisitorToken" t WHERE t."workspaceId" = v."workspaceId" AND t."visitorId" = v.id)`;
}
