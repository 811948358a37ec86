// Senders nobody wants to hear from: what they write goes to the spam queue at once, and can be got back there.
import { db, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import type { Actor } from "../events/event.ts";
import { recordEvent } from "../events/record.server.ts";
import { now } from "../lib/clock.ts";
import { domainOf, readBlockable } from "./blockable.ts";

export interface BlockedSender {
  /** an address, or "@domain" */
  value: string;
  byName: string | null;
  /** ISO 8601 */
  since: string;
}

/** Whether this address, or everybody at its domain, is blocked. */
export async function isBlocked(tx: Tx, workspaceId: string, address: string | null): Promise<boolean> {
  if (!address) return false;
  const value = { in: [address, `@${domainOf(address)}`] };
  return (
    (await tx.blockedSender.findFirst({ where: { workspaceId, value }, select: { value: true } })) !== null
  );
}

/** Blocks an address or "@domain"; twice is harmless. Throws invalid for anything else. */
export const blockSender = (
  workspace: { id: string },
  written: string | undefined,
  { by }: { by: Actor & { kind: "agent" } },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const value = readBlockable(written);
    if (!value) throw new AppError("invalid", { fields: ["sender"] });
    const { count } = await tx.blockedSender.createMany({
      data: [{ workspaceId: workspace.id, value, blockedById: by.id, createdAt: now() }],
      skipDuplicates: true,
    });
    if (count) await recordEvent(tx, workspace.id, { type: "sender-blocked", by, data: { sender: value } });
  });

/** Hears from them again; twice is harmless. What is in the spam queue stays there. */
export const unblockSender = (
  workspace: { id: string },
  written: string | undefined,
  { by }: { by: Actor },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const value = readBlockable(written);
    if (!value) throw new AppError("not-found");
    const { count } = await tx.blockedSender.deleteMany({ where: { workspaceId: workspace.id, value } });
    if (count) await recordEvent(tx, workspace.id, { type: "sender-unblocked", by, data: { sender: value } });
  });

const MOST_LISTED = 500;

/** Everybody blocked, newest first, the newest five hundred. */
export async function listBlocked(workspace: { id: string }): Promise<BlockedSender[]> {
  const rows = await db.blockedSender.findMany({
    where: { workspaceId: workspace.id },
    orderBy: { createdAt: "desc" },
    take: MOST_LISTED,
  });
  const ids = rows.map(({ blockedById }) => blockedById).filter((id) => id !== null);
  const agents = await db.agent.findMany({
    where: { workspaceId: workspace.id, id: { in: ids } },
    select: { id: true, name: true },
  });
  const names = new Map(agents.map(({ id, name }) => [id, name]));
  return rows.map(({ value, blockedById, createdAt }) => ({
    value,
    byName: (blockedById ? names.get(blockedById) : undefined) ?? null,
    since: createdAt.toISOString(),
  }));
}
