// What the lists' filters and pickers choose from: the team, labels, departments and stores of a workspace.
import { db } from "../db.server.ts";
import { colorOf, type LabelColor } from "./label.ts";

export interface Directory {
  agents: { id: string; name: string }[];
  labels: { id: string; name: string; color: LabelColor }[];
  departments: { id: string; name: string }[];
  stores: { id: string; name: string }[];
}

/** Everything that can be chosen, by name. */
export async function readDirectory({ id: workspaceId }: { id: string }): Promise<Directory> {
  const select = { id: true, name: true } as const;
  const orderBy = [{ name: "asc" as const }, { id: "asc" as const }];
  const [agents, labels, departments, stores] = await Promise.all([
    db.agent.findMany({ where: { workspaceId, retiredAt: null, role: { not: null } }, select, orderBy }),
    db.label.findMany({
      where: { workspaceId, retiredAt: null },
      select: { id: true, name: true, color: true },
      orderBy,
    }),
    db.department.findMany({ where: { workspaceId, retiredAt: null }, select, orderBy }),
    db.store.findMany({ where: { workspaceId, uninstalledAt: null }, select, orderBy }),
  ]);
  return {
    agents,
    labels: labels.map((label) => ({ ...label, color: colorOf(label.color) })),
    departments,
    stores,
  };
}
