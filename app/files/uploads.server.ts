// Files an agent uploaded for a reply: unsent until a message has them.
import type { Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";

/** Gives unsent uploads of this agent to a message. Throws invalid when one of them is none. */
export async function claimUploads(
  tx: Tx,
  given: { workspaceId: string; agentId: string; fileIds: string[]; messageId: string },
): Promise<void> {
  const { workspaceId, agentId, fileIds, messageId } = given;
  const ids = [...new Set(fileIds)];
  if (!ids.length) return;
  const { count } = await tx.file.updateMany({
    where: { workspaceId, id: { in: ids }, messageId: null, uploadedById: agentId },
    data: { messageId },
  });
  if (count !== ids.length) throw new AppError("invalid", { fields: ["files"] });
}

/** Makes a message's files unsent uploads of the agent again. */
export async function releaseUploads(
  tx: Tx,
  { workspaceId, messageId, agentId }: { workspaceId: string; messageId: string; agentId: string },
): Promise<void> {
  await tx.file.updateMany({
    where: { workspaceId, messageId },
    data: { messageId: null, uploadedById: agentId },
  });
}
