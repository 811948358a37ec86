// The files of a reply: checked before anything is queued, so that a mail never fails for them later.
import type { Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { claimUploads } from "../files/uploads.server.ts";
import { mayBeSent, MOST_ENCODED_BYTES, weigh } from "../mail/size.ts";
import type { Written } from "../mail/written.ts";

/**
 * Gives the agent's uploads to the message; those in the text become pictures of the mail (their Content-ID is their
 * id). Returns the names of the others. Throws invalid (detail: reason, name), too-large (detail: size, most).
 */
export async function attachUploads(
  tx: Tx,
  message: { workspaceId: string; messageId: string; agentId: string },
  fileIds: string[],
  { html, pictures }: Written,
): Promise<string[]> {
  const { workspaceId } = message;
  const ids = [...new Set([...fileIds, ...pictures])];
  await claimUploads(tx, { ...message, fileIds: ids });
  const files = await tx.file.findMany({ where: { workspaceId, id: { in: ids } }, orderBy: { id: "asc" } });
  const refused = files.find(({ name, missing }) => missing || !mayBeSent(name));
  if (refused) {
    const reason = refused.missing ? "gone" : "type";
    throw new AppError("invalid", { fields: ["files"], reason, name: refused.name });
  }
  const size = weigh({ html, files });
  if (size > MOST_ENCODED_BYTES) throw new AppError("too-large", { size, most: MOST_ENCODED_BYTES });
  for (const id of pictures) {
    await tx.file.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { inline: true, contentId: id },
    });
  }
  await tx.file.updateMany({
    where: { workspaceId, id: { in: ids, notIn: pictures } },
    data: { inline: false, contentId: null },
  });
  return files.filter(({ id }) => !pictures.includes(id)).map(({ name }) => name);
}
