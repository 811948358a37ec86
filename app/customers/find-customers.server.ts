// Customers by what somebody begins to type of them, for narrowing a list to one.
import { db } from "../db.server.ts";
import { survivingCustomer } from "./surviving.server.ts";

export interface FoundCustomer {
  id: string;
  name: string;
  email: string | null;
}

const MOST = 8;
const LONGEST = 100;

/** Whose name or address begins with the words. Each look is a short stretch of an index. */
export function findCustomers(workspace: { id: string }, words: string): Promise<FoundCustomer[]> {
  const beginning = words
    .replaceAll("\0", "")
    .trim()
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[\\%_]/g, "\\$&");
  if (!beginning) return Promise.resolve([]);
  const like = `${beginning}%`;
  return db.$queryRaw<FoundCustomer[]>`
    SELECT id, name, email FROM (
      (SELECT id, name, email FROM "Customer"
       WHERE "workspaceId" = ${workspace.id}::uuid AND lower(name) LIKE ${like} AND "mergedIntoId" IS NULL LIMIT ${MOST})
      UNION
      (SELECT id, name, email FROM "Customer"
       WHERE "workspaceId" = ${workspace.id}::uuid AND lower(email) LIKE ${like} AND "mergedIntoId" IS NULL LIMIT ${MOST})) found
    ORDER BY name, email, id LIMIT ${MOST}`;
}

/** Who a customer is by now, and what to call them; null when there is none by this id. */
export async function whoIsCustomer(
  workspace: { id: string },
  asked: string,
): Promise<{ id: string; name: string | null } | null> {
  const id = await survivingCustomer(db, { workspaceId: workspace.id, id: asked });
  if (!id) return null;
  const customer = await db.customer.findUnique({
    where: { workspaceId_id: { workspaceId: workspace.id, id } },
    select: { name: true, email: true },
  });
  return customer && { id, name: customer.name || customer.email };
}
