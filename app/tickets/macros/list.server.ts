// The macros an agent can use: the team's and their own.
import type { Macro as MacroRow } from "@prisma/client";
import { db } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { isId } from "../../lib/id.ts";
import { localeOf, MOST_OWN_MACROS, MOST_TEAM_MACROS, readActions, type Macro } from "./macro.ts";

type Agent = { id: string };

/** All of them by name. */
export async function listMacros(workspace: { id: string }, agent: Agent): Promise<Macro[]> {
  const rows = await db.macro.findMany({
    where: { workspaceId: workspace.id, ...usableBy(agent) },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST_TEAM_MACROS + MOST_OWN_MACROS,
  });
  return rows.map(present);
}

/** One of them. Throws not-found, also for another agent's own. */
export async function findMacro(
  workspace: { id: string },
  agent: Agent,
  id: string | undefined,
): Promise<Macro> {
  const row = isId(id)
    ? await db.macro.findFirst({ where: { workspaceId: workspace.id, id, ...usableBy(agent) } })
    : null;
  if (!row) throw new AppError("not-found");
  return present(row);
}

/** Says that it was used. A statement of its own: sending never waits for a macro that everybody uses. */
export async function countUse(
  workspace: { id: string },
  agent: Agent,
  id: string | undefined,
  at: Date,
): Promise<void> {
  if (!isId(id)) throw new AppError("not-found");
  const { count } = await db.macro.updateMany({
    where: { workspaceId: workspace.id, id, ...usableBy(agent) },
    data: { usedCount: { increment: 1 }, usedAt: at },
  });
  if (!count) throw new AppError("not-found");
}

const usableBy = ({ id }: Agent) => ({ retiredAt: null, OR: [{ agentId: null }, { agentId: id }] });

const present = (row: MacroRow): Macro => ({
  id: row.id,
  name: row.name,
  html: row.html,
  actions: readActions(row.actions),
  locale: localeOf(row.locale),
  own: row.agentId !== null,
  usedCount: row.usedCount,
  usedAt: row.usedAt?.toISOString() ?? null,
});
