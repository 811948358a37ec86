// Personal views: at most ten of one's own, seen by oneself or, shared, by the whole team.
import { db, holdLock, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { isId, newId } from "../lib/id.ts";
import { mayShareViews, type Role } from "../team/roles.ts";
import { cleanQuery, cleanViewName, iconOf, MOST_VIEWS, putBefore, type SavedView } from "./saved-view.ts";

interface Owner {
  id: string;
  role: Role;
}

/** What a form says of a view; what is left out stays as it is. */
export interface ViewWish {
  name?: string | undefined;
  icon?: string | undefined;
  query?: string | undefined;
  shared?: boolean | undefined;
}

/** An agent's own views in their order, then what colleagues share. */
export async function listViews(workspace: { id: string }, agent: { id: string }): Promise<SavedView[]> {
  const [own, colleagues] = await Promise.all([
    db.savedView.findMany({ where: { workspaceId: workspace.id, agentId: agent.id }, orderBy: IN_ORDER }),
    db.savedView.findMany({
      where: { workspaceId: workspace.id, shared: true, agentId: { not: agent.id } },
      orderBy: IN_ORDER,
      take: MOST_SHARED,
    }),
  ]);
  return [...own, ...colleagues].map(({ id, name, icon, query, shared, agentId }) => ({
    id,
    name,
    icon: iconOf(icon),
    query,
    shared,
    own: agentId === agent.id,
  }));
}

const IN_ORDER = [{ position: "asc" as const }, { createdAt: "asc" as const }, { id: "asc" as const }];
const MOST_SHARED = 200;

/** Makes a view, last in its owner's order. Throws AppError "invalid" with the reason "too-many" at the eleventh. */
export const createView = (
  workspace: { id: string },
  owner: Owner,
  wish: ViewWish,
): Promise<{ id: string }> => alone(owner, (tx) => addView(tx, workspace, owner, wish));

/** Changes a view of one's own. Throws AppError "not-found" for any other. */
export const changeView = (
  workspace: { id: string },
  owner: Owner,
  id: string,
  wish: ViewWish,
): Promise<void> =>
  alone(owner, async (tx) => {
    await findOwn(tx, workspace, owner, id);
    await tx.savedView.updateMany({ where: { workspaceId: workspace.id, id }, data: read(wish, owner) });
  });

/** A view of one's own like another: one's own or a shared one. */
export const copyView = (
  workspace: { id: string },
  owner: Owner,
  id: string,
  name?: string,
): Promise<{ id: string }> =>
  alone(owner, async (tx) => {
    const view = isId(id)
      ? await tx.savedView.findFirst({
          where: { workspaceId: workspace.id, id, OR: [{ agentId: owner.id }, { shared: true }] },
        })
      : null;
    if (!view) throw new AppError("not-found");
    return addView(tx, workspace, owner, {
      name: name || view.name,
      icon: view.icon,
      query: view.query,
    });
  });

/** Puts a view of one's own before another of them; null: last. Throws AppError "not-found" for any other. */
export const placeView = (
  workspace: { id: string },
  owner: Owner,
  id: string,
  before: string | null,
): Promise<void> =>
  alone(owner, async (tx) => {
    for (const one of before === null ? [id] : [id, before]) await findOwn(tx, workspace, owner, one);
    const ids = (await ownViews(tx, workspace, owner)).map((view) => view.id);
    for (const [position, one] of putBefore(ids, id, before).entries())
      await tx.savedView.updateMany({ where: { workspaceId: workspace.id, id: one }, data: { position } });
  });

/** Removes a view of one's own. */
export const deleteView = (workspace: { id: string }, owner: Owner, id: string): Promise<void> =>
  alone(owner, async (tx) => {
    await findOwn(tx, workspace, owner, id);
    await tx.savedView.deleteMany({ where: { workspaceId: workspace.id, id } });
  });

/** One change of an agent's views at a time: two tabs must not make an eleventh. */
const alone = <T>(owner: Owner, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.$transaction(async (tx) => {
    await holdLock(tx, `views:${owner.id}`);
    return work(tx);
  });

async function addView(
  tx: Tx,
  workspace: { id: string },
  owner: Owner,
  wish: ViewWish,
): Promise<{ id: string }> {
  const own = await ownViews(tx, workspace, owner);
  if (own.length >= MOST_VIEWS) throw new AppError("invalid", { field: "views", reason: "too-many" });
  const { name, query = "", ...rest } = read(wish, owner);
  if (!name) throw new AppError("invalid", { field: "name", reason: "name" });
  const id = newId();
  const position = Math.max(-1, ...own.map((view) => view.position)) + 1;
  await tx.savedView.create({
    data: { workspaceId: workspace.id, id, agentId: owner.id, name, query, position, ...rest },
  });
  return { id };
}

const ownViews = (tx: Tx, workspace: { id: string }, owner: Owner) =>
  tx.savedView.findMany({
    where: { workspaceId: workspace.id, agentId: owner.id },
    select: { id: true, position: true },
    orderBy: [{ position: "asc" }, { createdAt: "asc" }, { id: "asc" }],
  });

async function findOwn(tx: Tx, workspace: { id: string }, owner: Owner, id: string): Promise<void> {
  const where = { workspaceId: workspace.id, id, agentId: owner.id };
  if (!isId(id) || !(await tx.savedView.count({ where }))) throw new AppError("not-found");
}

/** Throws AppError "invalid" for an empty name, "forbidden" when sharing is not theirs to do. */
function read({ name, icon, query, shared }: ViewWish, owner: Owner) {
  if (shared && !mayShareViews(owner.role)) throw new AppError("forbidden");
  const cleaned = name === undefined ? undefined : cleanViewName(name);
  if (cleaned === "") throw new AppError("invalid", { field: "name", reason: "name" });
  return {
    ...(cleaned === undefined ? {} : { name: cleaned }),
    ...(icon === undefined ? {} : { icon: iconOf(icon) }),
    ...(query === undefined ? {} : { query: cleanQuery(query) }),
    ...(shared === undefined ? {} : { shared }),
  };
}
