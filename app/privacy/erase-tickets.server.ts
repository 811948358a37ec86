import type { Tx } from "../db.server.ts";
import { removeFilesOf } from "../files/remove.server.ts";
import type { StoreOfDuty } from "./person.server.ts";
import { deleteUntied } from "./untied.server.ts";

const TICKETS = 500;
const MAILS = 2000;

/** Mails of the store's tickets that answer no message (acknowledgements), a batch. Returns how many went. */
export const eraseUnansweredMails = (tx: Tx, { workspaceId, storeId }: StoreOfDuty): Promise<number> =>
  tx.$executeRaw`
    DELETE FROM "OutgoingMail" WHERE ctid IN (
      SELECT m.ctid FROM "OutgoingMail" m
      JOIN "Ticket" t ON t."workspaceId" = m."workspaceId" AND t.id = m."ticketId"
      WHERE m."workspaceId" = ${workspaceId}::uuid AND t."storeId" = ${storeId}::uuid LIMIT ${MAILS})`;

/**
 * Erases a batch of a store's tickets with all that hangs on them, and the customers nobody else knows.
 * Returns how many tickets went.
 */
export async function eraseTicketBatch(tx: Tx, { workspaceId, storeId }: StoreOfDuty): Promise<number> {
  const tickets = await tx.ticket.findMany({
    where: { workspaceId, storeId },
    select: { id: true },
    orderBy: { id: "asc" },
    take: TICKETS,
  });
  if (!tickets.length) return 0;
  const ids = tickets.map(({ id }) => id);
  await tx.replyToken.deleteMany({ where: { workspaceId, ticketId: { in: ids } } });
  await eraseTickets(tx, workspaceId, ids);
  return ids.length;
}

/**
 * Erases tickets with all that hangs on them, and the customers nobody else knows. Their reply addresses keep the
 * store: an answer to what is gone opens a new ticket.
 */
export async function eraseTickets(tx: Tx, workspaceId: string, ids: string[]): Promise<void> {
  const people = await tx.$queryRaw<{ customerId: string }[]>`
    SELECT "customerId" FROM "Ticket" WHERE "workspaceId" = ${workspaceId}::uuid AND id = ANY(${ids}::uuid[])
      AND "customerId" IS NOT NULL
    UNION
    SELECT "customerId" FROM "Message" WHERE "workspaceId" = ${workspaceId}::uuid AND "ticketId" = ANY(${ids}::uuid[])
      AND "customerId" IS NOT NULL`;
  await eraseMessages(tx, workspaceId, ids);
  await eraseHanging(tx, workspaceId, ids);
  await tx.ticket.updateMany({
    where: { workspaceId, mergedIntoId: { in: ids } },
    data: { mergedIntoId: null },
  });
  await tx.ticket.deleteMany({ where: { workspaceId, id: { in: ids } } });
  await deleteUntied(
    tx,
    workspaceId,
    people.map(({ customerId }) => customerId),
  );
}

/** What hangs on tickets, apart from their messages. */
async function eraseHanging(tx: Tx, workspaceId: string, ticketIds: string[]): Promise<void> {
  const where = { workspaceId, ticketId: { in: ticketIds } };
  await tx.searchDocument.deleteMany({ where });
  await tx.presence.deleteMany({ where });
  await tx.notification.deleteMany({ where });
  await tx.draft.deleteMany({ where });
  await tx.orderIntent.deleteMany({ where });
  await eraseChats(tx, workspaceId, ticketIds);
  await tx.ticketLabel.deleteMany({ where });
  await tx.bulkItem.deleteMany({ where });
  await tx.ticketRead.deleteMany({ where });
  await tx.ticketParticipant.deleteMany({ where });
  await tx.mailReference.deleteMany({ where });
  await tx.replyToken.updateMany({ where, data: { ticketId: null } });
  await tx.event.deleteMany({ where });
  await forgetRecipients(tx, workspaceId, ticketIds);
  await tx.ticketMerge.deleteMany({
    where: { workspaceId, OR: [{ fromId: { in: ticketIds } }, { intoId: { in: ticketIds } }] },
  });
}

/** With their visitors, unless those can still come back with a token, or have another one. */
const eraseChats = (tx: Tx, workspaceId: string, ticketIds: string[]) => tx.$executeRaw`
  WITH gone AS (
    DELETE FROM "Chat" WHERE "workspaceId" = ${workspaceId}::uuid AND "ticketId" = ANY(${ticketIds}::uuid[])
    RETURNING "visitorId"
  )
  DELETE FROM "Visitor" v USING (SELECT DISTINCT "visitorId" AS id FROM gone) g
  WHERE v."workspaceId" = ${workspaceId}::uuid AND v.id = g.id
    AND NOT EXISTS (SELECT 1 FROM "VisitorToken" k WHERE k."workspaceId" = v."workspaceId" AND k."visitorId" = v.id)
    AND NOT EXISTS (SELECT 1 FROM "Chat" c WHERE c."workspaceId" = v."workspaceId" AND c."visitorId" = v.id
                    AND c."ticketId" <> ALL(${ticketIds}::uuid[]))`;

/** A request that opened one of them keeps its count: somebody was written to, and nothing says who. */
const forgetRecipients = (tx: Tx, workspaceId: string, ticketIds: string[]) => tx.$executeRaw`
  UPDATE "NewRequestRecipient"
  SET "ticketId" = NULL, address = 'erased-' || position, name = '', "shopifyId" = NULL
  WHERE "workspaceId" = ${workspaceId}::uuid AND "ticketId" = ANY(${ticketIds}::uuid[])`;

async function eraseMessages(tx: Tx, workspaceId: string, ticketIds: string[]): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "Received" r USING "Message" m
    WHERE m."workspaceId" = ${workspaceId}::uuid AND m."ticketId" = ANY(${ticketIds}::uuid[])
      AND r.id = m."receivedId" AND r."workspaceId" = m."workspaceId"`;
  const files = await tx.$queryRaw<{ key: string }[]>`
    DELETE FROM "File" f USING "Message" m
    WHERE m."workspaceId" = ${workspaceId}::uuid AND m."ticketId" = ANY(${ticketIds}::uuid[])
      AND f."workspaceId" = m."workspaceId" AND f."messageId" = m.id
    RETURNING f.key`;
  await removeFilesOf(
    tx,
    files.map(({ key }) => key),
  );
  await tx.$executeRaw`
    DELETE FROM "OutgoingMail" o USING "Message" m
    WHERE m."workspaceId" = ${workspaceId}::uuid AND m."ticketId" = ANY(${ticketIds}::uuid[])
      AND o."workspaceId" = m."workspaceId" AND o."messageId" = m.id`;
  await tx.outgoingMail.deleteMany({ where: { workspaceId, ticketId: { in: ticketIds } } });
  await tx.message.deleteMany({ where: { workspaceId, ticketId: { in: ticketIds } } });
}
