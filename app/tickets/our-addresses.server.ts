// Which addresses are ours: mail to them comes back to us, so no reply goes there by itself.
import { Prisma } from "@prisma/client";
import { env } from "../env.server.ts";

/** Every address of a workspace, as an array in SQL; `workspaceId` is an expression for it. */
export const ourAddresses = (workspaceId: Prisma.Sql): Prisma.Sql => Prisma.sql`ARRAY(
  SELECT i.address FROM "InboundAddress" i WHERE i."workspaceId" = ${workspaceId} AND i.address IS NOT NULL
  UNION ALL SELECT u.address FROM "SupportAddress" u WHERE u."workspaceId" = ${workspaceId}
  UNION ALL SELECT b."senderAddress" FROM "Brand" b WHERE b."workspaceId" = ${workspaceId} AND b."senderAddress" IS NOT NULL
  UNION ALL SELECT g.email FROM "Agent" g WHERE g."workspaceId" = ${workspaceId} AND g."retiredAt" IS NULL)`;

/** Whether an address is one of the workspace's, or of this installation's. */
export function isOursAmong(addresses: readonly string[]): (address: string) => boolean {
  const known = new Set([env.MAIL_FROM, ...addresses].map((address) => address.toLowerCase()));
  const inbound = `@${(env.POSTMARK_INBOUND_ADDRESS.split("@")[1] ?? "").toLowerCase()}`;
  return (address) => known.has(address.toLowerCase()) || address.toLowerCase().endsWith(inbound);
}
