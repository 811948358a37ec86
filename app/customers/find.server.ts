import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { isId } from "../lib/id.ts";
import { survivingCustomer } from "./surviving.server.ts";

export interface CustomerRef {
  workspaceId: string;
  id: string;
}

/** The customer of this workspace, or who they were merged into; not-found: another tenant's customer does not exist. */
export async function findCustomer(
  workspace: { id: string },
  written: string | undefined,
): Promise<CustomerRef> {
  const workspaceId = workspace.id;
  const id = isId(written) ? await survivingCustomer(db, { workspaceId, id: written }) : null;
  if (!id) throw new AppError("not-found");
  return { workspaceId, id };
}
