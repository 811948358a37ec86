// A person is named beside their own conversations too: let into others', written to by a new request, blocked, copied.
import { Prisma } from "@prisma/client";
import type { Tx } from "../db.server.ts";
import type { Person, StoreOfDuty } from "./person.server.ts";

/** Where they are named beside a conversation: let into one, written to by a new request, blocked. */
export async function eraseMentions(
  tx: Tx,
  { workspaceId, storeId }: StoreOfDuty,
  person: Person,
): Promise<void> {
  const { ticketIds, emails } = person;
  await tx.$executeRaw`
    DELETE FROM "TicketParticipant" p USING "Ticket" t
    WHERE p."workspaceId" = ${workspaceId}::uuid AND t."workspaceId" = p."workspaceId" AND t.id = p."ticketId"
      AND t."storeId" = ${storeId}::uuid
      AND (p."ticketId" = ANY(${ticketIds}::uuid[]) OR p.address = ANY(${emails}::text[]))`;
  await eraseFromRequests(tx, { workspaceId, storeId }, person);
  await tx.blockedSender.deleteMany({ where: { workspaceId, value: { in: emails } } });
  await tx.$executeRaw`
    UPDATE "Event" SET data = data - 'address'
    WHERE "workspaceId" = ${workspaceId}::uuid AND type = 'recipient-missed' AND data->>'address' = ANY(${emails}::text[])`;
  await tx.$executeRaw`
    UPDATE "Event" SET data = data - 'sender'
    WHERE "workspaceId" = ${workspaceId}::uuid AND type IN ('sender-blocked', 'sender-unblocked')
      AND data->>'sender' = ANY(${emails}::text[])`;
  if (emails.length) await eraseFromLists(tx, workspaceId, emails);
}

/** Copies of others' mail went to them too. */
async function eraseFromLists(tx: Tx, workspaceId: string, emails: string[]): Promise<void> {
  const named = (list: Prisma.Sql): Prisma.Sql =>
    Prisma.sql`EXISTS (SELECT 1 FROM unnest(${emails}::text[]) e WHERE position(e IN ${list}::text) > 0)`;
  const without = (list: Prisma.Sql): Prisma.Sql => Prisma.sql`
    coalesce((SELECT jsonb_agg(p) FROM jsonb_array_elements(${list}) p
              WHERE NOT p->>'address' = ANY(${emails}::text[])), '[]')`;
  const part = (name: string): Prisma.Sql => Prisma.sql`coalesce(recipients->${name}, '[]')`;
  await tx.$executeRaw`
    UPDATE "Message"
    SET recipients = jsonb_build_object('to', ${without(part("to"))}, 'cc', ${without(part("cc"))},
                                        'bcc', ${without(part("bcc"))})
    WHERE "workspaceId" = ${workspaceId}::uuid AND recipients <> '{}' AND ${named(Prisma.sql`recipients`)}`;
  await tx.$executeRaw`
    UPDATE "OutgoingMail"
    SET "alsoTo" = ${without(Prisma.sql`"alsoTo"`)}, cc = ${without(Prisma.sql`cc`)}, bcc = ${without(Prisma.sql`bcc`)}
    WHERE "workspaceId" = ${workspaceId}::uuid AND ${named(Prisma.sql`("alsoTo" || cc || bcc)`)}`;
}

/** A new request keeps its count: somebody was written to, and nothing says who. */
async function eraseFromRequests(
  tx: Tx,
  { workspaceId, storeId }: StoreOfDuty,
  person: Person,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "NewRequestRecipient" r
    SET address = 'erased-' || r.position, name = '', "shopifyId" = NULL,
        reason = CASE WHEN r.state = 'started' THEN NULL ELSE 'erased' END,
        state = CASE WHEN r.state = 'started' THEN 'started' ELSE 'failed' END
    FROM "NewRequest" n
    WHERE r."workspaceId" = ${workspaceId}::uuid AND n."workspaceId" = r."workspaceId" AND n.id = r."requestId"
      AND n."storeId" = ${storeId}::uuid
      AND (r.address = ANY(${person.emails}::text[]) OR r."ticketId" = ANY(${person.ticketIds}::uuid[]))`;
}
