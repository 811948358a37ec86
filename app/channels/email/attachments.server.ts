// A mail's attachments go to the storage before its intake: no message is ever shown whose files are not there.
import type { StoredFile } from "../../files/file.ts";
import { inspect, tidyType } from "../../files/inspect.ts";
import { keyOfPart } from "../../files/key.server.ts";
import { safeName } from "../../files/name.ts";
import { putFile } from "../../files/store.server.ts";
import { newId } from "../../lib/id.ts";
import type { Attachment, Attachments } from "./attachments.ts";

/** Stores what can be stored and says of the rest why it is missing. Read again, the same bytes get the same key. */
export async function storeAttachments(receivedId: string, attached: Attachments): Promise<StoredFile[]> {
  const stored: StoredFile[] = [];
  // One after the other: side by side they would all be in memory once more.
  for (const [position, attachment] of attached.files.entries()) {
    const key = keyOfPart(receivedId, position);
    stored.push(
      attachment.bytes
        ? await kept(key, attachment, attachment.bytes, attached.shownInText)
        : missing(key, attachment),
    );
  }
  return stored;
}

async function kept(
  key: string,
  attachment: Attachment,
  bytes: Buffer,
  shownInText: ReadonlySet<string>,
): Promise<StoredFile> {
  const found = await inspect(attachment, bytes);
  await putFile(key, bytes, found.contentType);
  const { contentId } = attachment;
  const inText = contentId !== null && shownInText.has(contentId);
  return {
    id: newId(),
    key,
    ...found,
    contentId,
    inline: inText || isOfSignature(attachment, found),
    missing: null,
  };
}

/** A logo or a social network's sign: nobody needs to be told that it came. */
const isOfSignature = (
  { contentId }: Attachment,
  { width, height, size }: Pick<StoredFile, "width" | "height" | "size">,
): boolean =>
  contentId !== null && width !== null && height !== null && width <= 240 && height <= 100 && size <= 20_000;

const missing = (key: string, { name, contentType, contentId, size, missing }: Attachment): StoredFile => ({
  id: newId(),
  key,
  name: safeName(name),
  contentType: tidyType(contentType) || "application/octet-stream",
  size,
  contentId,
  inline: false,
  danger: null,
  width: null,
  height: null,
  missing,
});
