// Files an agent attached to a reply that is not sent yet: rows of theirs without a message.
import type { Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";

/** Ties an agent's unsent uploads to a message. Throws "invalid" when one of them is not that. */
export async function claimUploads(
  tx: Tx,
  claim: { workspaceId: string; agentId: string; fileIds: string[]; messageId: string },
): Promise<void> {
  const { workspaceId, agentId, fileIds, messageId } = claim;
  if (!fileIds.length) return;
  const { count } = await tx.file.updateMany({
    where: { workspaceId, id: { in: fileIds }, messageId: null, uploadedById: agentId },
    data: { messageId },
  });
  if (count !== new Set(fileIds).size) throw new AppError("invalid", { field: "files" });
}
