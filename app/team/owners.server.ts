import { db } from "../db.server.ts";
import { mayChangeSettings, type Role } from "./roles.ts";

/** Whom to ask for a change of settings: the owners' names; null for those who may do it themselves. */
export async function whomToAsk(workspace: { id: string }, role: Role): Promise<string[] | null> {
  if (mayChangeSettings(role)) return null;
  const owners = await db.agent.findMany({
    where: { workspaceId: workspace.id, role: "owner", retiredAt: null },
    select: { name: true },
    orderBy: { name: "asc" },
    take: 10,
  });
  return owners.map(({ name }) => name);
}
