// Whose tickets are opened.
import { query } from "../databases.ts";

const DOMAIN = "fjallrum.myshopify.com";
const MOST = 12;

/** Numbers of the latest tickets whose customer has orders, as people call them. */
export async function knownToShopify(database: string): Promise<string[]> {
  const rows = await query<{ number: string }>(
    database,
    `SELECT w."ticketPrefix" || t.number AS number FROM "Ticket" t
     JOIN "ShopDomain" d ON d."workspaceId" = t."workspaceId" AND d."storeId" = t."storeId"
     JOIN "Workspace" w ON w.id = t."workspaceId"
     JOIN "Customer" c ON c."workspaceId" = t."workspaceId" AND c.id = t."customerId"
     WHERE d.domain = '${DOMAIN}' AND t."mergedIntoId" IS NULL AND NOT t.spam AND t."archivedAt" IS NULL
       AND EXISTS (SELECT 1 FROM "ShopOrder" o WHERE o."workspaceId" = t."workspaceId" AND o."storeId" = t."storeId"
         AND o.email = c.email)
     ORDER BY t."lastMessageAt" DESC LIMIT ${MOST}`,
  );
  return rows.map(({ number }) => number);
}
