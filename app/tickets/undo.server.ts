// Send, thought better of: until the hold is over a reply can be taken back, and it is as if it had not been sent.
import { randomUUID } from "node:crypto";
import type { Prisma } from "@prisma/client";
import { db, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import type { ShownFile, StoredFile } from "../files/file.ts";
import { fileUrl, showFile } from "../files/link.server.ts";
import { releaseUploads } from "../files/uploads.server.ts";
import { now } from "../lib/clock.ts";
import { isId } from "../lib/id.ts";
import { splitForward } from "../mail/forwarded.ts";
import { readRecipients, type Recipients } from "../mail/person.ts";
import { textToHtml } from "../mail/text.ts";
import { forEditor, readUnfinished } from "../mail/written.ts";
import type { DraftMode, KeptDraft } from "./drafts/draft.ts";
import { giveBackDraft } from "./drafts/join.server.ts";
import { headOf, readHead, type Head } from "./head.ts";
import { lockTicket } from "./lock.server.ts";
import { applyActionsIn, readSteps } from "./macros/apply.server.ts";
import { readActions, type MacroAction } from "./macros/macro.ts";
import { undoThen } from "./then.server.ts";
import { previewOf, type TicketRef } from "./ticket.ts";

/** All that the box held, and the draft it is again. */
export interface TakenBack {
  mode: DraftMode;
  html: string;
  recipients: Recipients;
  files: ShownFile[];
  forwardedId: string | null;
  draft: KeptDraft;
  /** what the macros in it did besides, undone with it */
  actions: MacroAction[];
}

/**
 * Takes a reply back that has not left: gone from the thread, its files unsent again, the ticket as it was, unless
 * somebody wrote meanwhile. Throws not-found, and already-sent once it is on its way.
 */
export const takeBack = (
  ticket: TicketRef,
  messageId: string | undefined,
  { by }: { by: { id: string } },
): Promise<TakenBack> =>
  db.$transaction(async (tx) => {
    if (!isId(messageId)) throw new AppError("not-found");
    const { workspaceId } = ticket;
    const current = await lockTicket(tx, ticket);
    const message = await tx.message.findUnique({
      where: { workspaceId_id: { workspaceId, id: messageId }, ticketId: ticket.id, kind: "outbound" },
      include: { files: { orderBy: { id: "asc" } } },
    });
    if (!message) throw new AppError("not-found");
    if (message.authorId !== by.id) throw new AppError("forbidden");
    if (message.delivery !== "queued" || !message.holdUntil || message.holdUntil <= now())
      throw new AppError("already-sent");
    await releaseUploads(tx, { workspaceId, messageId, agentId: by.id });
    await tx.message.delete({ where: { workspaceId_id: { workspaceId, id: messageId } } });
    const sent = await sentEvent(tx, ticket, messageId);
    const actions = readActions(sent.actions);
    await undoThen(tx, ticket, sent.status, { by: { kind: "agent", id: by.id } });
    await putBack(tx, ticket, messageId, current, sent);
    await applyActionsIn(tx, ticket, readSteps(sent.undo) ?? [], { by });
    await recordTicketEvent(tx, ticket, {
      type: "send-undone",
      by: { kind: "agent", id: by.id },
      data: { messageId },
    });
    const files = message.files.map((file) => showFile(file as typeof file & StoredFile));
    const urls = new Map(message.files.map((file) => [file.id, fileUrl(file)]));
    const written = message.forward ? splitForward(message).own.html : message.html;
    const html = readUnfinished(written ?? textToHtml(message.text));
    const { recipients } = message;
    const forwardedId = isId(sent.forwardedId ?? undefined) ? (sent.forwardedId ?? null) : null;
    const back = { html, recipients, files: files.map(({ id }) => id), forwardedId, actions };
    const mode = message.forward ? "forward" : "reply";
    const key = { workspaceId, agentId: by.id, ticketId: ticket.id, mode };
    return {
      mode,
      html: forEditor(html, (id) => urls.get(id) ?? null),
      recipients: readRecipients(recipients),
      files,
      forwardedId,
      actions,
      // The page that asked may be gone before it has the answer.
      draft: await giveBackDraft(tx, key, { ...back, requestKey: randomUUID() }),
    };
  });

interface Kept {
  before?: unknown;
  undo?: unknown;
  actions?: unknown;
  status?: unknown;
  forwardedId?: string | null;
}

/** What the message's own event kept of it. */
async function sentEvent(tx: Tx, { workspaceId, id: ticketId }: TicketRef, messageId: string) {
  const own = await tx.event.findFirst({
    where: {
      workspaceId,
      ticketId,
      type: { in: ["message-sent", "message-forwarded"] },
      data: { path: ["messageId"], equals: messageId },
    },
    select: { data: true },
  });
  return (own?.data ?? {}) as Kept;
}

/**
 * The ticket's head as the reply had found it. If something came after the reply, the head is that one's; and if
 * that is another reply, taking it back as well must not lead here again.
 */
async function putBack(
  tx: Tx,
  ticket: TicketRef,
  messageId: string,
  current: Head,
  sent: { before?: unknown },
): Promise<void> {
  const { workspaceId, id: ticketId } = ticket;
  const sends = { workspaceId, ticketId, type: "message-sent" };
  const before = readHead(sent.before);
  if (!before) return;
  if (current.lastMessageId === messageId) {
    const preview = await previewBefore(tx, workspaceId, before.lastMessageId);
    await tx.ticket.update({
      where: { workspaceId_id: { workspaceId, id: ticketId } },
      data: { ...before, preview },
    });
    return;
  }
  const next = await tx.event.findFirst({
    where: { ...sends, data: { path: ["before", "lastMessageId"], equals: messageId } },
  });
  if (!next) return;
  await tx.event.update({
    where: { workspaceId_id: { workspaceId, id: next.id } },
    data: { data: { ...(next.data as Prisma.JsonObject), before: headOf(before) } },
  });
}

async function previewBefore(tx: Tx, workspaceId: string, messageId: string | null): Promise<string> {
  if (!messageId) return "";
  const message = await tx.message.findUnique({
    where: { workspaceId_id: { workspaceId, id: messageId } },
    select: {
      text: true,
      trimmed: true,
      files: { where: { inline: false }, select: { name: true }, orderBy: { id: "asc" } },
    },
  });
  if (!message) return "";
  return previewOf(message.trimmed ?? (message.text || message.files.map(({ name }) => name).join(", ")));
}
