// What an agent sets for themselves.
import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { recordEvent } from "../events/record.server.ts";
import { cleanText } from "../lib/clean-text.ts";
import { notifyOf, type Notify } from "./notify.ts";

const MOST_SIGNATURE = 2_000;

export interface Profile {
  signature: string;
  notifyByMail: Notify;
}

/** Throws not-found. */
export async function readProfile(workspace: { id: string }, agentId: string): Promise<Profile> {
  const agent = await db.agent.findUnique({
    where: { workspaceId_id: { workspaceId: workspace.id, id: agentId } },
    select: { signature: true, notifyByMail: true },
  });
  if (!agent) throw new AppError("not-found");
  return { signature: agent.signature, notifyByMail: notifyOf(agent.notifyByMail) ?? "mine" };
}

/** Changes the agent's own. Throws invalid ({ field }). */
export async function changeProfile(
  workspace: { id: string },
  agentId: string,
  wish: { signature: string; notifyByMail: string },
): Promise<void> {
  const workspaceId = workspace.id;
  const signature = cleanText(wish.signature, MOST_SIGNATURE + 1).trim();
  if (signature.length > MOST_SIGNATURE) throw new AppError("invalid", { field: "signature" });
  const notifyByMail = notifyOf(wish.notifyByMail);
  if (!notifyByMail) throw new AppError("invalid", { field: "notifyByMail" });
  await db.$transaction(async (tx) => {
    const { count } = await tx.agent.updateMany({
      where: { workspaceId, id: agentId },
      data: { signature, notifyByMail },
    });
    if (!count) throw new AppError("not-found");
    await recordEvent(tx, workspaceId, {
      type: "profile-changed",
      by: { kind: "agent", id: agentId },
      agentId,
      data: { agentId, notifyByMail },
    });
  });
}
