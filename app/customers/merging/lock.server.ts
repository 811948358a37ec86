import type { Tx } from "../../db.server.ts";

/** Nobody merges them until the transaction ends; always in the same order. What is written of them goes on. */
export async function lockCustomers(tx: Tx, workspaceId: string, ids: string[]): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Customer" WHERE "workspaceId" = ${workspaceId}::uuid AND id = ANY(${ids}::uuid[])
                     ORDER BY id FOR NO KEY UPDATE`;
}

/** What Shopify said of them is asked again: it may be another customer of Shopify's now. */
export async function forgetCopies(tx: Tx, workspaceId: string, ids: string[]): Promise<void> {
  await tx.customerProfile.deleteMany({ where: { workspaceId, customerId: { in: ids } } });
}
