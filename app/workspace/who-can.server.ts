// Colleagues whose own Shopify rights reach further, as their latest sign-in at this shop said.
import { db } from "../db.server.ts";
import { now } from "../lib/clock.ts";

/** Their names, a few. */
export async function whoCan(
  { workspaceId, store }: { workspaceId: string; store: { id: string; shopDomain: string } },
  scope: string,
): Promise<string[]> {
  const sessions = await db.session.findMany({
    where: { shop: store.shopDomain, isOnline: true, expires: { gt: now() } },
    select: { userId: true, scope: true },
    take: 200,
  });
  const able = sessions.filter((session) => (session.scope ?? "").split(",").includes(scope));
  const accounts = await db.staffAccount.findMany({
    where: {
      workspaceId,
      storeId: store.id,
      shopifyUserId: { in: able.map(({ userId }) => String(userId)) },
      agent: { retiredAt: null, role: { not: null } },
    },
    select: { agent: { select: { name: true } } },
    take: 5,
  });
  return [...new Set(accounts.map(({ agent }) => agent.name))];
}
