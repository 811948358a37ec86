// A note can be deleted by who wrote it. It is out of sight at once; its words stay for as long as that can be undone
// (in the database: a tab that dies must lose nothing), and then a job takes them out of everything.
import { db, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { removeFilesOf } from "../files/remove.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { later, MINUTE, now, SECOND } from "../lib/clock.ts";
import { isId } from "../lib/id.ts";
import { publishOwnNumbers } from "../live/publish.server.ts";
import { mayDeleteNotes, type Role } from "../team/roles.ts";
import { KEPT } from "./deleted-note.ts";
import { lockTicket } from "./lock.server.ts";
import { indexTickets } from "./search/index.server.ts";
import type { TicketRef } from "./ticket.ts";

interface Deleter {
  id: string;
  role: Role | null;
}

/**
 * Takes a note out of the thread. Once more changes nothing. Throws not-found for what is no note of this ticket,
 * forbidden for a colleague's.
 */
export const deleteNote = (
  ticket: TicketRef,
  messageId: string | undefined,
  { by }: { by: Deleter },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const note = await findNote(tx, ticket, messageId, by);
    if (note.deletedAt) return;
    const { workspaceId } = ticket;
    await tx.message.update({
      where: { workspaceId_id: { workspaceId, id: note.id } },
      data: { deletedAt: now() },
    });
    const data = { messageId: note.id };
    await recordTicketEvent(tx, ticket, { type: "note-deleted", by: { kind: "agent", id: by.id }, data });
    // A second more: the job must find the time over.
    await enqueue(tx, "erase-note", { workspaceId, messageId: note.id }, { startAfter: KEPT / SECOND + 1 });
  });

/** Puts it back. Throws not-found, forbidden, and cannot-undo once it is too late. */
export const restoreNote = (
  ticket: TicketRef,
  messageId: string | undefined,
  { by }: { by: Deleter },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const note = await findNote(tx, ticket, messageId, by);
    if (!note.deletedAt) return;
    if (note.deletedAt <= later(now(), -KEPT)) throw new AppError("cannot-undo");
    await tx.message.update({
      where: { workspaceId_id: { workspaceId: ticket.workspaceId, id: note.id } },
      data: { deletedAt: null },
    });
    const data = { messageId: note.id };
    await recordTicketEvent(tx, ticket, { type: "note-restored", by: { kind: "agent", id: by.id }, data });
  });

async function findNote(tx: Tx, ticket: TicketRef, messageId: string | undefined, by: Deleter) {
  if (!isId(messageId)) throw new AppError("not-found");
  await lockTicket(tx, ticket);
  const { workspaceId, id: ticketId } = ticket;
  const note = await tx.message.findUnique({
    // What came by mail and was held is somebody's answer, not a note.
    where: { workspaceId_id: { workspaceId, id: messageId }, ticketId, kind: "note", relay: null },
    select: { id: true, authorId: true, deletedAt: true },
  });
  if (!note) throw new AppError("not-found");
  if (note.authorId !== by.id && !mayDeleteNotes(by.role)) throw new AppError("forbidden");
  return note;
}

/** The job: the note, its files, and who was told of it are gone. It may run again, and finds what was restored. */
export const eraseNote = ({
  workspaceId,
  messageId,
}: {
  workspaceId: string;
  messageId: string;
}): Promise<void> =>
  db.$transaction(async (tx) => {
    const where = { workspaceId, id: messageId, deletedAt: { lte: later(now(), -KEPT) } };
    const found = await tx.message.findFirst({ where, select: { ticketId: true } });
    if (!found) return;
    const { ticketId } = found;
    await tx.$queryRaw`SELECT 1 FROM "Ticket" WHERE "workspaceId" = ${workspaceId}::uuid AND id = ${ticketId}::uuid FOR UPDATE`;
    // Restored while this waited for the lock, or merged: then the next sweep finds it where it is.
    if (!(await tx.message.findFirst({ where: { ...where, ticketId }, select: { id: true } }))) return;
    const files = await tx.file.findMany({ where: { workspaceId, messageId }, select: { key: true } });
    await tx.file.deleteMany({ where: { workspaceId, messageId } });
    await removeFilesOf(
      tx,
      files.map(({ key }) => key),
    );
    await silenceAbout(tx, { workspaceId, id: ticketId }, messageId);
    await tx.outgoingMail.deleteMany({ where: { workspaceId, messageId } });
    await tx.message.delete({ where: { workspaceId_id: { workspaceId, id: messageId } } });
    await forgetMentions(tx, { workspaceId, id: ticketId }, messageId);
    await indexTickets(tx, workspaceId, [ticketId]);
  });

/** The bell of whoever was told rings for one less. */
async function silenceAbout(tx: Tx, { workspaceId, id }: TicketRef, messageId: string): Promise<void> {
  const where = { workspaceId, ticketId: id, messageId };
  const rang = await tx.notification.findMany({ where, select: { agentId: true }, distinct: ["agentId"] });
  await tx.notification.deleteMany({ where });
  for (const { agentId } of rang) await publishOwnNumbers(tx, { id: workspaceId }, { id: agentId });
}

/** The event that it was written stays, without whom it named. */
async function forgetMentions(
  tx: Tx,
  { workspaceId, id: ticketId }: TicketRef,
  messageId: string,
): Promise<void> {
  await tx.event.updateMany({
    where: {
      workspaceId,
      ticketId,
      type: "note-added",
      data: { path: ["messageId"], equals: messageId },
    },
    data: { data: { messageId } },
  });
}

const MOST = 500;

/** Gives deletions that lost their job a new one. */
export async function goOnErasingNotes(before: Date): Promise<void> {
  // eslint-disable-next-line samla/tenant-where -- deleted notes of every workspace
  const notes = await db.message.findMany({
    where: { deletedAt: { lt: before } },
    select: { workspaceId: true, id: true },
    take: MOST,
  });
  for (const { workspaceId, id } of notes) {
    const onceIn = { seconds: (15 * MINUTE) / SECOND, key: id };
    await db.$transaction((tx) => enqueue(tx, "erase-note", { workspaceId, messageId: id }, { onceIn }));
  }
}
