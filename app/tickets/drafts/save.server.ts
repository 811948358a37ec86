// A draft is saved while it is written. Whoever saves on top of an older one is told, and nothing is overwritten.
import { Prisma } from "@prisma/client";
import { db, type Tx } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { now } from "../../lib/clock.ts";
import type { Recipients } from "../../mail/person.ts";
import { readUnfinished } from "../../mail/written.ts";
import { readActions, type MacroAction } from "../macros/macro.ts";
import { holdPress } from "../pressed.server.ts";
import type { TicketRef } from "../ticket.ts";
import type { DraftMode } from "./draft.ts";
import { fileIdsOf, showDraft, storedRecipients } from "./kept.server.ts";

export interface SavedDraft {
  mode: DraftMode;
  html: string;
  recipients: Recipients | null;
  fileIds: string[];
  forwardedId: string | null;
  actions: MacroAction[];
  requestKey: string;
  /** the newest this page knows of; 0 for none */
  revision: number;
}

/**
 * Keeps it, and returns its revision. Throws draft-newer (detail: draft) when another page has saved since, and
 * already-sent when this very draft has become a message.
 */
export const saveDraft = (
  ticket: TicketRef,
  draft: SavedDraft,
  { by }: { by: { id: string } },
): Promise<{ revision: number }> =>
  db.$transaction(async (tx) => {
    const { workspaceId } = ticket;
    const { requestKey } = draft;
    await holdPress(tx, ticket, requestKey);
    const sent = await tx.message.findUnique({
      where: { workspaceId_requestKey: { workspaceId, requestKey } },
      select: { id: true },
    });
    if (sent) throw new AppError("already-sent");
    const key = { workspaceId, agentId: by.id, ticketId: ticket.id, mode: draft.mode };
    const content = await contentOf(tx, key, draft);
    const revision = draft.revision + 1;
    const { count } = await tx.draft.updateMany({
      where: { ...key, revision: draft.revision },
      data: { ...content, revision },
    });
    if (count) return { revision };
    const made = await tx.draft.createMany({
      data: [{ ...key, ...content, revision }],
      skipDuplicates: true,
    });
    if (made.count) return { revision };
    return refuseUnlessSame(tx, key, content);
  });

/** Throws a draft away, unless another page has written on since (draft-newer). Twice is harmless. */
export const discardDraft = (
  ticket: TicketRef,
  { mode, revision }: { mode: DraftMode; revision: number },
  { by }: { by: { id: string } },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const key = { workspaceId: ticket.workspaceId, agentId: by.id, ticketId: ticket.id, mode };
    const { count } = await tx.draft.deleteMany({ where: { ...key, revision: { lte: revision } } });
    if (count) return;
    const newer = await tx.draft.findUnique({ where: { workspaceId_agentId_ticketId_mode: key } });
    if (newer) throw new AppError("draft-newer", { draft: await showDraft(tx, newer) });
  });

interface Key {
  workspaceId: string;
  agentId: string;
  ticketId: string;
  mode: string;
}

async function contentOf(tx: Tx, { workspaceId, agentId }: Key, draft: SavedDraft) {
  const files = await tx.file.findMany({
    where: { workspaceId, id: { in: draft.fileIds }, messageId: null, uploadedById: agentId },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return {
    html: readUnfinished(draft.html),
    recipients: draft.recipients ? storedRecipients(draft.recipients) : Prisma.DbNull,
    files: files.map(({ id }) => id),
    forwardedId: draft.mode === "forward" ? draft.forwardedId : null,
    actions: draft.actions,
    requestKey: draft.requestKey,
    updatedAt: now(),
  };
}

/** Saved before, and only the answer got lost; or another page was faster. */
async function refuseUnlessSame(
  tx: Tx,
  key: Key,
  content: Awaited<ReturnType<typeof contentOf>>,
): Promise<{ revision: number }> {
  const kept = await tx.draft.findUniqueOrThrow({ where: { workspaceId_agentId_ticketId_mode: key } });
  const same =
    kept.requestKey === content.requestKey &&
    kept.html === content.html &&
    kept.forwardedId === content.forwardedId &&
    JSON.stringify(readActions(kept.actions)) === JSON.stringify(content.actions) &&
    fileIdsOf(kept).join() === content.files.join() &&
    JSON.stringify(kept.recipients) ===
      JSON.stringify(content.recipients === Prisma.DbNull ? null : content.recipients);
  if (same) return { revision: kept.revision };
  throw new AppError("draft-newer", { draft: await showDraft(tx, kept) });
}
