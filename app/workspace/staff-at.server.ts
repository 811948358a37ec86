// As whom an agent acts at Shopify: their own staff account there, so that Shopify's permissions decide.
import { scopesOfStaff, type StaffRef } from "../clients/shopify-staff.server.ts";
import { db } from "../db.server.ts";

/** One agent may be several staff members of a shop: the one whose token lives. Null: they never opened the app there. */
export async function staffAt(
  workspaceId: string,
  store: { id: string; shopDomain: string },
  agentId: string,
): Promise<StaffRef | null> {
  const accounts = await db.staffAccount.findMany({
    where: { workspaceId, storeId: store.id, agentId },
    select: { shopifyUserId: true },
    take: 5,
  });
  const [first, ...others] = accounts.map(({ shopifyUserId }) => ({
    shopDomain: store.shopDomain,
    shopifyUserId,
  }));
  for (const one of first ? [first, ...others] : []) if (await scopesOfStaff(one)) return one;
  return first ?? null;
}
