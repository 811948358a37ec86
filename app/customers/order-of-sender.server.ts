// An order placed with the sender's own address says which customer of Shopify's they are; guests are none there.
import type { Tx } from "../db.server.ts";

export interface OrderOfSender {
  /** the numbers in gid://shopify/Order/… and …/Customer/… */
  shopifyId: string;
  shopifyCustomerId: string | null;
}

/** The order by this name in the store's mirror; null when it is not there. */
export async function orderNamed(
  tx: Tx,
  { workspaceId, storeId }: { workspaceId: string; storeId: string },
  name: string,
): Promise<(OrderOfSender & { email: string | null }) | null> {
  const bare = name.replace(/^#/, "");
  return tx.shopOrder.findFirst({
    where: { workspaceId, storeId, name: { in: [name, bare, `#${bare}`, `#${bare.toUpperCase()}`] } },
    orderBy: { processedAt: "desc" },
    select: { shopifyId: true, shopifyCustomerId: true, email: true },
  });
}

/** Whose order it is, if it was placed with this address and we know the customer of Shopify's who placed it. */
export async function customerOfOrder(
  tx: Tx,
  from: { workspaceId: string; storeId: string },
  address: string,
  name: string,
): Promise<string | null> {
  const { workspaceId, storeId } = from;
  const order = await orderNamed(tx, from, name);
  if (order?.email !== address || !order.shopifyCustomerId) return null;
  const [link] = await tx.$queryRaw<{ customerId: string }[]>`
    SELECT "customerId" FROM "ShopifyCustomer" WHERE "workspaceId" = ${workspaceId}::uuid
      AND "storeId" = ${storeId}::uuid AND "shopifyId" = ${order.shopifyCustomerId} FOR SHARE`;
  return link?.customerId ?? null;
}
