import type { Tx } from "../db.server.ts";
import type { StoredFile } from "./file.ts";

/** Writes the rows of a message's files, in the caller's transaction. */
export async function attachTo(
  tx: Tx,
  message: { workspaceId: string; id: string },
  files: StoredFile[],
): Promise<void> {
  if (!files.length) return;
  await tx.file.createMany({
    data: files.map((file) => ({ ...file, workspaceId: message.workspaceId, messageId: message.id })),
  });
}
