// The team: who opened the app, who may answer.
import { db, holdLock, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { SYSTEM, type Actor } from "../events/event.ts";
import { recordEvent } from "../events/record.server.ts";
import { HOUR, later, now } from "../lib/clock.ts";
import { isId, newId } from "../lib/id.ts";
import { roleOf, type Role } from "./roles.ts";

/** What Shopify's online token says of the staff member. */
export interface StaffMember {
  shopifyUserId: string;
  name: string;
  email: string;
  emailVerified: boolean;
  accountOwner: boolean;
  locale: string;
}

export interface AgentOfStaff {
  id: string;
  name: string;
  email: string;
  locale: string;
  role: Role | null;
}

export interface TeamMember {
  id: string;
  name: string;
  email: string;
  role: Role | null;
  /** ISO 8601 */
  lastSeenAt: string | null;
  stores: string[];
}

/**
 * The agent a staff member is, made on first sight. The first one to open the app in a workspace and
 * Shopify's account owner become owners; everybody else has no role until an owner gives one.
 */
export async function agentOfStaff(
  { workspaceId, storeId }: { workspaceId: string; storeId: string },
  staff: StaffMember,
): Promise<AgentOfStaff> {
  const key = { workspaceId, storeId, shopifyUserId: staff.shopifyUserId };
  const account = await db.staffAccount.findUnique({
    where: { workspaceId_storeId_shopifyUserId: key },
    include: { agent: true },
  });
  if (account && !account.agent.retiredAt) {
    await noteSeen(account.agent, staff);
    return present(account.agent, staff);
  }
  return db.$transaction((tx) => join(tx, key, staff));
}

/** Everyone who opened the app: people without a role first, then by name. */
export async function listTeam(workspace: { id: string }): Promise<TeamMember[]> {
  const agents = await db.agent.findMany({
    where: { workspaceId: workspace.id, retiredAt: null },
    include: { accounts: { include: { store: { select: { name: true } } } } },
    orderBy: { name: "asc" },
    take: 500,
  });
  const members = agents.map((agent) => ({
    id: agent.id,
    name: agent.name,
    email: agent.email,
    role: roleOf(agent.role),
    lastSeenAt: agent.lastSeenAt?.toISOString() ?? null,
    stores: [...new Set(agent.accounts.map((account) => account.store.name))],
  }));
  return members.sort((a, b) => Number(a.role !== null) - Number(b.role !== null));
}

/** Whether the agent may see the workspace at all. */
export const hasRole = async (workspaceId: string, agentId: string): Promise<boolean> =>
  (await db.agent.count({ where: { workspaceId, id: agentId, retiredAt: null, role: { not: null } } })) > 0;

/** Gives or changes a role. Throws not-found, or last-owner when nobody would be left to give roles. */
export const giveRole = (
  workspace: { id: string },
  agentId: string,
  role: Role,
  { by }: { by: Actor },
): Promise<void> => changeRole(workspace, agentId, role, by);

/** Takes the role away: the person sees "ask an owner for access" from the next click on. */
export const removeRole = (
  workspace: { id: string },
  agentId: string,
  { by }: { by: Actor },
): Promise<void> => changeRole(workspace, agentId, null, by);

async function changeRole(
  workspace: { id: string },
  agentId: string,
  role: Role | null,
  by: Actor,
): Promise<void> {
  if (!isId(agentId)) throw new AppError("not-found");
  await db.$transaction(async (tx) => {
    await holdLock(tx, `team:${workspace.id}`);
    const key = { workspaceId: workspace.id, id: agentId };
    const agent = await tx.agent.findUnique({ where: { workspaceId_id: key } });
    if (!agent || agent.retiredAt) throw new AppError("not-found");
    if (agent.role === role) return;
    if (agent.role === "owner") await demandAnotherOwner(tx, workspace.id, agentId);
    await tx.agent.update({ where: { workspaceId_id: key }, data: { role } });
    const type = role ? "role-given" : "role-removed";
    await recordEvent(tx, workspace.id, { type, by, agentId, data: { agentId, name: agent.name, role } });
  });
}

async function demandAnotherOwner(tx: Tx, workspaceId: string, agentId: string): Promise<void> {
  const others = await tx.agent.count({
    where: { workspaceId, role: "owner", retiredAt: null, id: { not: agentId } },
  });
  if (!others) throw new AppError("last-owner");
}

async function join(
  tx: Tx,
  key: { workspaceId: string; storeId: string; shopifyUserId: string },
  staff: StaffMember,
): Promise<AgentOfStaff> {
  const { workspaceId } = key;
  await holdLock(tx, `team:${workspaceId}`);
  const account = await tx.staffAccount.findUnique({
    where: { workspaceId_storeId_shopifyUserId: key },
    include: { agent: true },
  });
  if (account && !account.agent.retiredAt) return present(account.agent, staff);
  // The same person in the workspace's other store: only an address that Shopify verified counts.
  const known = staff.emailVerified
    ? await tx.agent.findFirst({ where: { workspaceId, email: staff.email.toLowerCase(), retiredAt: null } })
    : null;
  const agent = known ?? (await makeAgent(tx, workspaceId, staff));
  // Somebody retired who comes back is a new agent: what they could do before has ended.
  await tx.staffAccount.upsert({
    where: { workspaceId_storeId_shopifyUserId: key },
    create: { ...key, agentId: agent.id },
    update: { agentId: agent.id },
  });
  return present(agent, staff);
}

async function makeAgent(tx: Tx, workspaceId: string, staff: StaffMember) {
  const first = (await tx.agent.count({ where: { workspaceId, retiredAt: null } })) === 0;
  const role = first || staff.accountOwner ? "owner" : null;
  const agent = await tx.agent.create({
    data: {
      workspaceId,
      id: newId(),
      name: staff.name,
      email: staff.email.toLowerCase(),
      locale: staff.locale,
      role,
      lastSeenAt: now(),
    },
  });
  await recordEvent(tx, workspaceId, {
    type: "agent-joined",
    by: SYSTEM,
    agentId: agent.id,
    data: { agentId: agent.id, name: agent.name, role },
  });
  return agent;
}

type AgentRow = {
  workspaceId: string;
  id: string;
  name: string;
  email: string;
  locale: string;
  role: string | null;
  lastSeenAt: Date | null;
};

async function noteSeen(agent: AgentRow, staff: StaffMember): Promise<void> {
  const fresh = agent.lastSeenAt && agent.lastSeenAt > later(now(), -HOUR);
  if (fresh && agent.locale === staff.locale && agent.name === staff.name) return;
  await db.agent.updateMany({
    where: { workspaceId: agent.workspaceId, id: agent.id },
    data: { lastSeenAt: now(), locale: staff.locale, name: staff.name },
  });
}

const present = (agent: AgentRow, staff: StaffMember): AgentOfStaff => ({
  id: agent.id,
  name: agent.name,
  email: agent.email,
  locale: staff.locale,
  role: roleOf(agent.role),
});
