// An internal note: for the team alone. It changes neither whose turn it is nor what is unread (a macro in it may
// do what macros do), and nothing can send it.
import { db, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { NOBODY } from "../mail/person.ts";
import { readNote } from "../mail/written.ts";
import { dropDraftOf } from "./drafts/drop.server.ts";
import { lockTicket } from "./lock.server.ts";
import { applyActionsIn } from "./macros/apply.server.ts";
import type { MacroAction } from "./macros/macro.ts";
import { findPressed, holdPress } from "./pressed.server.ts";
import { attachUploads } from "./reply-files.server.ts";
import type { TicketRef } from "./ticket.ts";

export interface Note {
  by: { id: string };
  /** what the editor made; colleagues are named by <span data-mention> */
  html: string;
  /** uploads of this agent's that go with it; pictures in the text need not be named */
  fileIds: string[];
  /** what the macros in it also do to the ticket */
  actions?: MacroAction[];
  /** the same key adds nothing again */
  requestKey: string;
}

/**
 * Adds a note, and tells the colleagues it names. Throws key-reused, invalid (nothing written; reason "gone" with the
 * ids of colleagues who are not there any more), too-large. Returns the earlier one when the same key was used before.
 */
export const addNote = (ticket: TicketRef, note: Note): Promise<{ messageId: string }> =>
  db.$transaction((tx) => addNoteIn(tx, ticket, note));

/** The same in the caller's transaction. */
export async function addNoteIn(tx: Tx, ticket: TicketRef, note: Note): Promise<{ messageId: string }> {
  const { workspaceId, id: ticketId } = ticket;
  const agentId = note.by.id;
  const { html, text, pictures, mentions } = readNote(note.html);
  if (!text && !pictures.length && !note.fileIds.length) throw new AppError("invalid", { fields: ["html"] });
  await holdPress(tx, ticket, note.requestKey);
  const { channel } = await lockTicket(tx, ticket);
  const fileIds = [...note.fileIds, ...pictures];
  const earlier = await findPressed(tx, ticket, { ...note, html, fileIds, recipients: NOBODY });
  if (earlier) return { messageId: earlier.id };
  await refuseGone(tx, workspaceId, mentions);
  await dropDraftOf(tx, ticket, { agentId, requestKey: note.requestKey });
  const messageId = newId();
  const at = now();
  await tx.message.create({
    data: {
      workspaceId,
      id: messageId,
      ticketId,
      kind: "note",
      channel,
      requestKey: note.requestKey,
      authorId: agentId,
      text,
      html,
      mentions,
      createdAt: at,
    },
  });
  await attachUploads(tx, { workspaceId, messageId, agentId }, note.fileIds, { html, text, pictures });
  const { actions = [] } = note;
  const undo = await applyActionsIn(tx, ticket, actions, { by: note.by });
  const by = { kind: "agent", id: agentId } as const;
  const eventId = await recordTicketEvent(tx, ticket, {
    type: "note-added",
    by,
    data: { messageId, mentions, ...(actions.length ? { actions, undo } : {}) },
  });
  await tx.notification.createMany({
    data: mentions
      .filter((id) => id !== agentId)
      .map((id) => ({
        workspaceId,
        id: newId(),
        agentId: id,
        kind: "mention",
        ticketId,
        messageId,
        eventId,
        createdAt: at,
      })),
  });
  return { messageId };
}

/** Whoever has left since would never read it, and the writer should know. */
async function refuseGone(tx: Tx, workspaceId: string, mentions: string[]): Promise<void> {
  if (!mentions.length) return;
  const there = await tx.agent.findMany({
    where: { workspaceId, id: { in: mentions }, retiredAt: null, role: { not: null } },
    select: { id: true },
  });
  if (there.length === mentions.length) return;
  const known = new Set(there.map(({ id }) => id));
  throw new AppError("invalid", {
    fields: ["mentions"],
    reason: "gone",
    agentIds: mentions.filter((id) => !known.has(id)),
  });
}
