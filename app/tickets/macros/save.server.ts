// Making and changing macros. The team's are the managers' to change, everybody has their own.
import { db, type Tx } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { recordEvent } from "../../events/record.server.ts";
import { cleanText } from "../../lib/clean-text.ts";
import { now } from "../../lib/clock.ts";
import { isId, newId } from "../../lib/id.ts";
import { oneLine } from "../../mail/text.ts";
import { readWritten } from "../../mail/written.ts";
import { mayChangeTeamMacros, type Role } from "../../team/roles.ts";
import { strangersIn, variablesLeft } from "../variables-in-html.ts";
import {
  LONGEST_MACRO,
  LONGEST_NAME,
  MOST_OWN_MACROS,
  MOST_TEAM_MACROS,
  type Macro,
  type MacroAction,
} from "./macro.ts";

export type MacroWish = Pick<Macro, "name" | "html" | "actions" | "locale" | "own">;
type Workspace = { id: string };
type By = { by: { id: string; role: Role } };

/** Makes one. Throws invalid ({ field, reason }), forbidden, too-many ({ most }). */
export const createMacro = (workspace: Workspace, wish: MacroWish, { by }: By): Promise<{ id: string }> =>
  db.$transaction(async (tx) => {
    const workspaceId = workspace.id;
    const data = await checked(tx, workspaceId, wish, by);
    await demandRoom(tx, workspaceId, data.agentId);
    const id = newId();
    await tx.macro.create({ data: { workspaceId, id, ...data, createdAt: now() } });
    await record(tx, workspaceId, "macro-added", id, by);
    return { id };
  });

/** Changes one. Throws not-found, invalid, forbidden, too-many. */
export const changeMacro = (
  workspace: Workspace,
  id: string | undefined,
  wish: MacroWish,
  { by }: By,
): Promise<void> =>
  db.$transaction(async (tx) => {
    const workspaceId = workspace.id;
    const macro = await findIn(tx, workspaceId, id, by);
    const data = await checked(tx, workspaceId, wish, by);
    if (data.agentId !== macro.agentId) await demandRoom(tx, workspaceId, data.agentId);
    await tx.macro.update({ where: { workspaceId_id: { workspaceId, id: macro.id } }, data });
    await record(tx, workspaceId, "macro-changed", macro.id, by);
  });

/** Takes one out of use. Repeating it is harmless. Throws not-found, forbidden. */
export const retireMacro = (workspace: Workspace, id: string | undefined, { by }: By): Promise<void> =>
  setRetired(workspace, id, by, now());

/** Takes that back. Throws too-many as well. */
export const restoreMacro = (workspace: Workspace, id: string | undefined, { by }: By): Promise<void> =>
  setRetired(workspace, id, by, null);

const setRetired = (workspace: Workspace, id: string | undefined, by: By["by"], retiredAt: Date | null) =>
  db.$transaction(async (tx) => {
    const workspaceId = workspace.id;
    const macro = await findIn(tx, workspaceId, id, by);
    if ((macro.retiredAt === null) === (retiredAt === null)) return;
    if (!retiredAt) await demandRoom(tx, workspaceId, macro.agentId);
    await tx.macro.update({ where: { workspaceId_id: { workspaceId, id: macro.id } }, data: { retiredAt } });
    await record(tx, workspaceId, retiredAt ? "macro-retired" : "macro-restored", macro.id, by);
  });

/** One this agent may change, also one out of use. Another agent's own does not exist. */
async function findIn(tx: Tx, workspaceId: string, id: string | undefined, by: By["by"]) {
  const macro = isId(id)
    ? await tx.macro.findFirst({ where: { workspaceId, id, OR: [{ agentId: null }, { agentId: by.id }] } })
    : null;
  if (!macro) throw new AppError("not-found");
  if (!macro.agentId && !mayChangeTeamMacros(by.role)) throw new AppError("forbidden");
  return macro;
}

async function checked(tx: Tx, workspaceId: string, wish: MacroWish, by: By["by"]) {
  if (!wish.own && !mayChangeTeamMacros(by.role)) throw new AppError("forbidden");
  const name = oneLine(cleanText(wish.name, 1_000));
  if (!name) throw refused("name", "name");
  if (name.length > LONGEST_NAME) throw refused("name", "too-long");
  // A picture belongs to one message: it cannot stand in many.
  const { html, text } = readWritten(wish.html.replace(/<img\b[^>]*>/gi, ""));
  if (html.length > LONGEST_MACRO) throw refused("html", "too-long");
  if (!text && !wish.actions.length) throw refused("html", "empty");
  const half = variablesLeft(html).filter((written) => !/^\{\{[^{}]*\}\}$/.test(written));
  const strange = [...strangersIn(html).map((one) => `{{${one}}}`), ...half];
  if (strange.length) throw new AppError("invalid", { field: "html", reason: "stranger", names: strange });
  await demandThere(tx, workspaceId, wish.actions);
  return {
    name,
    html: text ? html : "",
    actions: wish.actions,
    locale: wish.locale,
    agentId: wish.own ? by.id : null,
  };
}

/** What an action names must be the workspace's, and in use. */
async function demandThere(tx: Tx, workspaceId: string, actions: MacroAction[]): Promise<void> {
  const ids = (name: "labelId" | "agentId" | "departmentId") => [
    ...new Set(
      actions
        .map((one) => (one as Partial<Record<typeof name, string | null>>)[name])
        .filter((id): id is string => !!id && id !== "me"),
    ),
  ];
  const [labels, agents, departments] = [ids("labelId"), ids("agentId"), ids("departmentId")];
  const named = (wanted: string[]) => ({ id: { in: wanted }, retiredAt: null });
  const found = [
    labels.length ? await tx.label.count({ where: { workspaceId, ...named(labels) } }) : 0,
    agents.length
      ? await tx.agent.count({ where: { workspaceId, ...named(agents), role: { not: null } } })
      : 0,
    departments.length ? await tx.department.count({ where: { workspaceId, ...named(departments) } }) : 0,
  ];
  const all = [labels, agents, departments].every((wanted, index) => wanted.length === found[index]);
  if (!all) throw refused("actions", "gone");
}

async function demandRoom(tx: Tx, workspaceId: string, agentId: string | null): Promise<void> {
  const most = agentId ? MOST_OWN_MACROS : MOST_TEAM_MACROS;
  const count = await tx.macro.count({ where: { workspaceId, agentId, retiredAt: null } });
  if (count >= most) throw new AppError("too-many", { most });
}

const record = (
  tx: Tx,
  workspaceId: string,
  type: "macro-added" | "macro-changed" | "macro-retired" | "macro-restored",
  macroId: string,
  by: { id: string },
) => recordEvent(tx, workspaceId, { type, by: { kind: "agent", id: by.id }, data: { macroId } });

const refused = (field: string, reason: string) => new AppError("invalid", { field, reason });
