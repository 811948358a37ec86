import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { isId } from "../lib/id.ts";

export interface CustomerRef {
  workspaceId: string;
  id: string;
}

/** The customer of this workspace, or not-found: another tenant's customer does not exist. */
export async function findCustomer(
  workspace: { id: string },
  written: string | undefined,
): Promise<CustomerRef> {
  const found = isId(written)
    ? await db.customer.findUnique({
        where: { workspaceId_id: { workspaceId: workspace.id, id: written } },
        select: { workspaceId: true, id: true },
      })
    : null;
  if (!found) throw new AppError("not-found");
  return found;
}
