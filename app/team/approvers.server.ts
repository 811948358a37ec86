// Who lets a colleague's order action pass.
import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { isId } from "../lib/id.ts";

const ROLES = ["owner", "admin", "manager"];

/** Everybody but the one who asks, by name. */
export const listApprovers = (
  workspace: { id: string },
  agent: { id: string },
): Promise<{ id: string; name: string }[]> =>
  db.agent.findMany({
    where: { workspaceId: workspace.id, retiredAt: null, role: { in: ROLES }, id: { not: agent.id } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
    take: 50,
  });

/** The approver with this id; null for no id. Throws invalid for somebody who may not, or who is the one asking. */
export async function findApprover(
  workspace: { id: string },
  agent: { id: string },
  id: string | undefined,
): Promise<string | null> {
  if (!id) return null;
  if (!isId(id) || id === agent.id) throw new AppError("invalid", { field: "approver" });
  const found = await db.agent.findFirst({
    where: { workspaceId: workspace.id, id, retiredAt: null, role: { in: ROLES } },
    select: { id: true },
  });
  if (!found) throw new AppError("not-found");
  return found.id;
}
