// What an agent sets for themselves.
import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { recordEvent } from "../events/record.server.ts";
import { cleanText } from "../lib/clean-text.ts";
import { oneLine } from "../mail/text.ts";
import { notifyOf, type Notify } from "./notify.ts";
import { pictureUrl } from "./picture.server.ts";

const MOST_SIGNATURE = 2_000;
const MOST_NAME = 40;

export interface Profile {
  signature: string;
  notifyByMail: Notify;
  /** what shoppers call them; "" for their first name */
  shownName: string;
}

/** Throws not-found. */
export async function readProfile(
  workspace: { id: string },
  agentId: string,
): Promise<Profile & { picture: string | null }> {
  const workspaceId = workspace.id;
  const agent = await db.agent.findUnique({
    where: { workspaceId_id: { workspaceId, id: agentId } },
    select: { signature: true, notifyByMail: true, shownName: true, pictureKey: true },
  });
  if (!agent) throw new AppError("not-found");
  const { signature, notifyByMail, shownName, pictureKey } = agent;
  return {
    signature,
    notifyByMail: notifyOf(notifyByMail) ?? "mine",
    shownName: shownName ?? "",
    picture: pictureUrl({ workspaceId, pictureKey }),
  };
}

/** Changes the agent's own. Throws invalid ({ field }). */
export async function changeProfile(
  workspace: { id: string },
  agentId: string,
  wish: { signature: string; notifyByMail: string; shownName: string },
): Promise<void> {
  const workspaceId = workspace.id;
  const signature = cleanText(wish.signature, MOST_SIGNATURE + 1).trim();
  if (signature.length > MOST_SIGNATURE) throw new AppError("invalid", { field: "signature" });
  const notifyByMail = notifyOf(wish.notifyByMail);
  if (!notifyByMail) throw new AppError("invalid", { field: "notifyByMail" });
  const shownName = oneLine(cleanText(wish.shownName, MOST_NAME + 1)) || null;
  if (shownName && shownName.length > MOST_NAME) throw new AppError("invalid", { field: "shownName" });
  await db.$transaction(async (tx) => {
    const { count } = await tx.agent.updateMany({
      where: { workspaceId, id: agentId },
      data: { signature, notifyByMail, shownName },
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
