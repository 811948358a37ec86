// One press of Send is one message, whatever the network does: the page names each thing it sends by a key.
import { holdLock, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { readRecipients, type Recipients } from "../mail/person.ts";
import { sameRecipients } from "./recipients.ts";
import type { TicketRef } from "./ticket.ts";

export interface Pressed {
  requestKey: string;
  /** as the message keeps it */
  html: string;
  /** all of its files, those in the text too */
  fileIds: string[];
  recipients: Recipients;
}

/** Presses of one key wait for one another, across tickets too: that is how they are looked up. */
export const holdPress = (tx: Tx, { workspaceId }: TicketRef, requestKey: string): Promise<void> =>
  holdLock(tx, `reply:${workspaceId}:${requestKey}`);

/** Whether this key has made a message of a chat, which is addressed to nobody. */
export const wasSaidInChat = async (
  tx: Tx,
  { workspaceId }: TicketRef,
  requestKey: string,
): Promise<boolean> => (await tx.message.count({ where: { workspaceId, requestKey, channel: "chat" } })) > 0;

/** The message this key has made already; null for none. Throws key-reused when it was made of anything else. */
export async function findPressed(
  tx: Tx,
  { workspaceId, id }: TicketRef,
  { requestKey, html, fileIds, recipients }: Pressed,
): Promise<{ id: string; holdUntil: Date | null } | null> {
  const earlier = await tx.message.findUnique({
    where: { workspaceId_requestKey: { workspaceId, requestKey } },
    select: {
      id: true,
      ticketId: true,
      html: true,
      holdUntil: true,
      recipients: true,
      files: { select: { id: true } },
    },
  });
  if (!earlier) return null;
  const files = new Set(fileIds);
  const same =
    earlier.ticketId === id &&
    earlier.html === html &&
    earlier.files.length === files.size &&
    earlier.files.every((file) => files.has(file.id)) &&
    sameRecipients(readRecipients(earlier.recipients), recipients);
  if (!same) throw new AppError("key-reused");
  return earlier;
}
