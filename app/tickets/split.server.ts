// One message, or everything from it on, turns out to be another matter: it becomes a ticket of its own.
import type { Prisma, Ticket } from "@prisma/client";
import { settleIdentity } from "../customers/settle-identity.server.ts";
import { db, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import type { Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { now } from "../lib/clock.ts";
import { isId, newId } from "../lib/id.ts";
import { lockTicket } from "./lock.server.ts";
import { stateOf, type MergeRefusal, type Moved } from "./merge.ts";
import { inheritHanging, moveEvents, moveMessages } from "./moves.server.ts";
import { recount } from "./recount.server.ts";
import type { TicketRef } from "./ticket.ts";

export interface Split {
  messageId: string;
  /** everything after it comes along */
  following: boolean;
  /** notes among them too */
  notes: boolean;
}

/** Throws not-found, cannot-split (detail.reason "everything": nothing would stay behind). */
export const splitTicket = (
  ticket: TicketRef,
  split: Split,
  { by }: { by: Actor },
): Promise<{ mergeId: string; ticketId: string; number: number }> =>
  db.$transaction(async (tx) => {
    if (!isId(split.messageId)) throw new AppError("not-found");
    await lockTicket(tx, ticket);
    const { workspaceId, id } = ticket;
    const old = await tx.ticket.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } });
    const { subject, messageIds } = await chosen(tx, old, split);
    const made = await openBeside(tx, old, subject);
    const parts = await move(tx, old, made, messageIds);
    await settle(tx, old, made);
    const mergeId = await keep(tx, { old, made, parts, by });
    const data = { mergeId, fromId: id, from: old.number, intoId: made.id, into: made.number };
    for (const one of [old, made])
      await recordTicketEvent(tx, one, { type: "split", by, data: { ...data, count: messageIds.length } });
    return { mergeId, ticketId: made.id, number: made.number };
  });

/** The messages that go, oldest first. */
async function chosen(tx: Tx, { workspaceId, id: ticketId }: Ticket, { messageId, following, notes }: Split) {
  const first = await tx.message.findUnique({
    where: { workspaceId_id: { workspaceId, id: messageId }, ticketId },
    select: { id: true, createdAt: true, subject: true },
  });
  if (!first) throw new AppError("not-found");
  const after = {
    OR: [{ createdAt: { gt: first.createdAt } }, { createdAt: first.createdAt, id: { gt: first.id } }],
    ...(notes ? {} : { kind: { not: "note" } }),
  };
  const rows = await tx.message.findMany({
    where: { workspaceId, ticketId, OR: [{ id: first.id }, ...(following ? [after] : [])] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const messageIds = rows.map(({ id }) => id);
  const staying = await tx.message.findFirst({
    where: { workspaceId, ticketId, id: { notIn: messageIds }, kind: { not: "note" } },
    select: { id: true },
  });
  if (!staying) throw refusal("everything");
  return { messageIds, subject: first.subject };
}

const refusal = (reason: MergeRefusal) => new AppError("cannot-split", { reason });

/** A ticket like the old one, with a number of its own. */
async function openBeside(tx: Tx, old: Ticket, subject: string | null): Promise<Ticket> {
  const { lastTicketNumber: number } = await tx.workspace.update({
    where: { id: old.workspaceId },
    data: { lastTicketNumber: { increment: 1 } },
    select: { lastTicketNumber: true },
  });
  const at = now();
  return tx.ticket.create({
    data: {
      ...old,
      id: newId(),
      number,
      subject: subject ? Array.from(subject).slice(0, 300).join("") : old.subject,
      status: "open",
      snoozedUntil: null,
      closedAt: null,
      archivedAt: null,
      spam: false,
      mergedIntoId: null,
      lastMessageId: null,
      undelivered: false,
      createdAt: at,
    },
  });
}

async function move(tx: Tx, old: Ticket, made: Ticket, messageIds: string[]) {
  const { workspaceId } = old;
  const mails = await tx.outgoingMail.findMany({
    where: { workspaceId, messageId: { in: messageIds } },
    select: { id: true, internetId: true },
  });
  const events = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Event" WHERE "workspaceId" = ${workspaceId}::uuid AND "ticketId" = ${old.id}::uuid
      AND data->>'messageId' = ANY(${messageIds}::text[]) AND type <> 'ticket-opened'`;
  const parts = { messageIds, mailIds: mails.map(({ id }) => id), eventIds: events.map(({ id }) => id) };
  await inheritHanging(tx, old, made.id);
  await moveMessages(tx, made, parts, old.id);
  await moveEvents(tx, made, parts.eventIds, old);
  await moveReferences(tx, old, made, mails);
  return parts;
}

/** Whoever answers one of the messages means the new ticket from now on. */
async function moveReferences(
  tx: Tx,
  { workspaceId, id }: Ticket,
  made: Ticket,
  mails: { internetId: string }[],
): Promise<void> {
  const messages = await tx.message.findMany({
    where: { workspaceId, ticketId: made.id, internetId: { not: null } },
    select: { internetId: true },
  });
  const known = [...messages, ...mails].flatMap(({ internetId }) => (internetId ? [internetId] : []));
  await tx.mailReference.updateMany({
    where: { workspaceId, ticketId: id, messageId: { in: known } },
    data: { ticketId: made.id, hearsay: false },
  });
}

/** Each waits on whoever did not have its last word; what was settled before stays settled. */
async function settle(tx: Tx, old: Ticket, made: Ticket): Promise<void> {
  await recount(tx, old);
  await recount(tx, made);
  for (const ticket of [old, made]) await settleIdentity(tx, ticket);
  for (const { workspaceId, id } of [old, made])
    await tx.$executeRaw`
      UPDATE "Ticket" t SET "waitingOn" = 'customer'
      WHERE t."workspaceId" = ${workspaceId}::uuid AND t.id = ${id}::uuid AND t."waitingOn" = 'us'
        AND EXISTS (SELECT 1 FROM "Message" m WHERE m."workspaceId" = t."workspaceId" AND m.id = t."lastMessageId"
                    AND m.kind = 'outbound')`;
  await tx.$executeRaw`
    UPDATE "Ticket" t SET "waitingOn" = 'us'
    WHERE t."workspaceId" = ${made.workspaceId}::uuid AND t.id = ${made.id}::uuid
      AND EXISTS (SELECT 1 FROM "Message" m WHERE m."workspaceId" = t."workspaceId" AND m.id = t."lastMessageId"
                  AND m.kind = 'inbound')`;
}

async function keep(
  tx: Tx,
  {
    old,
    made,
    parts,
    by,
  }: {
    old: Ticket;
    made: Ticket;
    parts: Omit<Moved, "drafts" | "other" | "before" | "after" | "taken">;
    by: Actor;
  },
): Promise<string> {
  const mergeId = newId();
  const state = stateOf(old);
  const moved: Moved = { ...parts, drafts: [], other: stateOf(made), before: state, after: state, taken: [] };
  await tx.ticketMerge.create({
    data: {
      workspaceId: old.workspaceId,
      id: mergeId,
      kind: "split",
      fromId: old.id,
      intoId: made.id,
      byId: by.kind === "agent" ? by.id : null,
      moved: moved as unknown as Prisma.InputJsonObject,
      createdAt: now(),
    },
  });
  return mergeId;
}
