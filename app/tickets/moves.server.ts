// What hangs on a ticket goes to another one, and comes back. The other's own rows stay as its memory where they can:
// a copy has their very time, so that undoing knows it from what was said on purpose.
import type { Tx } from "../db.server.ts";
import { now } from "../lib/clock.ts";
import type { TicketRef } from "./ticket.ts";

/** Labels, known Message-IDs and people let in are the survivor's too. */
export async function copyHanging(tx: Tx, { workspaceId, id }: TicketRef, into: string): Promise<void> {
  const where = { workspaceId, ticketId: id };
  const moved = <R extends object>(rows: R[]) => ({
    data: rows.map((row) => ({ ...row, ticketId: into })),
    skipDuplicates: true,
  });
  await tx.ticketLabel.createMany(moved(await tx.ticketLabel.findMany({ where })));
  await tx.mailReference.createMany(moved(await tx.mailReference.findMany({ where })));
  await tx.ticketParticipant.createMany(moved(await tx.ticketParticipant.findMany({ where })));
}

/** A new ticket begins with another's labels and people, as its own. */
export async function inheritHanging(tx: Tx, { workspaceId, id }: TicketRef, by: string): Promise<void> {
  const where = { workspaceId, ticketId: id };
  const own = { ticketId: by, createdAt: now() };
  const labels = await tx.ticketLabel.findMany({ where });
  const people = await tx.ticketParticipant.findMany({ where });
  await tx.ticketLabel.createMany({ data: labels.map((row) => ({ ...row, ...own })) });
  await tx.ticketParticipant.createMany({ data: people.map((row) => ({ ...row, ...own })) });
}

/** Takes the copies away again. */
export async function removeCopies(tx: Tx, { workspaceId, id }: TicketRef, into: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "TicketLabel" c USING "TicketLabel" o
    WHERE c."workspaceId" = ${workspaceId}::uuid AND c."ticketId" = ${into}::uuid AND o."workspaceId" = c."workspaceId"
      AND o."ticketId" = ${id}::uuid AND o."labelId" = c."labelId" AND o."createdAt" = c."createdAt"`;
  await tx.$executeRaw`
    DELETE FROM "MailReference" c USING "MailReference" o
    WHERE c."workspaceId" = ${workspaceId}::uuid AND c."ticketId" = ${into}::uuid AND o."workspaceId" = c."workspaceId"
      AND o."ticketId" = ${id}::uuid AND o."messageId" = c."messageId" AND o."createdAt" = c."createdAt"`;
  await tx.$executeRaw`
    DELETE FROM "TicketParticipant" c USING "TicketParticipant" o
    WHERE c."workspaceId" = ${workspaceId}::uuid AND c."ticketId" = ${into}::uuid AND o."workspaceId" = c."workspaceId"
      AND o."ticketId" = ${id}::uuid AND o.address = c.address AND o."createdAt" = c."createdAt"`;
}

/** Moves messages with the mails that carried them, and what is told of them. */
export async function moveMessages(
  tx: Tx,
  { workspaceId, id: to }: TicketRef,
  { messageIds, mailIds }: { messageIds: string[]; mailIds: string[] },
  from: string,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Message" SET "ticketId" = ${to}::uuid
    WHERE "workspaceId" = ${workspaceId}::uuid AND id = ANY(${messageIds}::uuid[]) AND "ticketId" = ${from}::uuid`;
  await tx.$executeRaw`
    UPDATE "OutgoingMail" SET "ticketId" = ${to}::uuid
    WHERE "workspaceId" = ${workspaceId}::uuid AND id = ANY(${mailIds}::uuid[]) AND "ticketId" = ${from}::uuid`;
  await tx.$executeRaw`
    UPDATE "Notification" SET "ticketId" = ${to}::uuid
    WHERE "workspaceId" = ${workspaceId}::uuid AND "ticketId" = ${from}::uuid
      AND "messageId" = ANY(${messageIds}::uuid[])`;
}

/** Moves events; what happened to another ticket says to which one it did (`of`). */
export const moveEvents = (
  tx: Tx,
  { workspaceId, id: to }: TicketRef,
  eventIds: string[],
  from: { id: string; number: number },
): Promise<number> => tx.$executeRaw`
  UPDATE "Event"
  SET "ticketId" = ${to}::uuid,
      data = CASE WHEN data ? 'of' THEN data ELSE data || jsonb_build_object('of', ${from.number}::int) END
  WHERE "workspaceId" = ${workspaceId}::uuid AND id = ANY(${eventIds}::uuid[]) AND "ticketId" = ${from.id}::uuid`;

/** Moves them home. */
export const returnEvents = (
  tx: Tx,
  { workspaceId, id: home, number }: TicketRef & { number: number },
  eventIds: string[],
  from: string,
): Promise<number> => tx.$executeRaw`
  UPDATE "Event"
  SET "ticketId" = ${home}::uuid,
      data = CASE WHEN data->'of' = to_jsonb(${number}::int) THEN data - 'of' ELSE data END
  WHERE "workspaceId" = ${workspaceId}::uuid AND id = ANY(${eventIds}::uuid[]) AND "ticketId" = ${from}::uuid`;

/** What agents were writing goes along where they write nothing in the other one. Returns which. */
export const carryDrafts = (
  tx: Tx,
  { workspaceId, id: to }: TicketRef,
  from: string,
): Promise<{ agentId: string; mode: string }[]> => tx.$queryRaw`
  UPDATE "Draft" d SET "ticketId" = ${to}::uuid
  WHERE d."workspaceId" = ${workspaceId}::uuid AND d."ticketId" = ${from}::uuid
    AND NOT EXISTS (SELECT 1 FROM "Draft" o WHERE o."workspaceId" = d."workspaceId" AND o."ticketId" = ${to}::uuid
                    AND o."agentId" = d."agentId" AND o.mode = d.mode)
  RETURNING d."agentId", d.mode`;

/** They go home unless they were written on since. */
export async function returnDrafts(
  tx: Tx,
  { workspaceId, id: home }: TicketRef,
  drafts: { agentId: string; mode: string }[],
  { from, since }: { from: string; since: Date },
): Promise<void> {
  for (const { agentId, mode } of drafts)
    await tx.$executeRaw`
      UPDATE "Draft" d SET "ticketId" = ${home}::uuid
      WHERE d."workspaceId" = ${workspaceId}::uuid AND d."ticketId" = ${from}::uuid AND d."agentId" = ${agentId}::uuid
        AND d.mode = ${mode} AND d."updatedAt" <= ${since}
        AND NOT EXISTS (SELECT 1 FROM "Draft" o WHERE o."workspaceId" = d."workspaceId" AND o."ticketId" = ${home}::uuid
                        AND o."agentId" = d."agentId" AND o.mode = d.mode)`;
}
