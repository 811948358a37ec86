// The one path out: a queued outbound message is handed to its channel.
import { db } from "../db.server.ts";
import { readRecipients } from "../mail/person.ts";
import type { ChannelKind } from "../tickets/ticket.ts";
import type { OutgoingMessage } from "./channel.ts";
import { channelOf } from "./registry.server.ts";

/** Delivers a queued message; anything else (a note, one already handed over or taken back) is left alone. */
export async function deliver({
  workspaceId,
  messageId,
}: {
  workspaceId: string;
  messageId: string;
}): Promise<void> {
  const row = await db.message.findUnique({ where: { workspaceId_id: { workspaceId, id: messageId } } });
  if (row?.kind !== "outbound" || row.delivery !== "queued") return;
  const message: OutgoingMessage = {
    kind: "outbound",
    workspaceId,
    id: row.id,
    ticketId: row.ticketId,
    text: row.text,
    html: row.html,
    trimmed: row.trimmed,
    forward: row.forward,
    recipients: readRecipients(row.recipients),
    authorId: row.authorId,
    createdAt: row.createdAt,
  };
  await channelOf(row.channel as ChannelKind).send(message);
}
