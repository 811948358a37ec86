// A customer of one store is forgotten (customers/redact): what they wrote, what was written to them, and who
// they are. The tickets stay as empty shells, so that numbers, reports and the team's history still add up.
// How far it goes when the workspace has more stores: docs/decisions/010-privacy.md.
import type { Tx } from "../db.server.ts";
import { SYSTEM } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { removeFilesOf } from "../files/remove.server.ts";
import { now } from "../lib/clock.ts";
import { indexTickets } from "../tickets/search/index.server.ts";
import type { NamedCustomer } from "../workspace/shop-webhooks.ts";
import { DONE, type Outcome } from "../workspace/shop-webhooks-effects.server.ts";
import { eraseRawInput } from "./erase-raw.server.ts";
import { eraseFromViews } from "./erase-views.server.ts";
import { eraseMentions } from "./erase-mentions.server.ts";
import { eraseMirroredOrders } from "./mirrored-orders.server.ts";
import { findPerson, type Person, type StoreOfDuty } from "./person.server.ts";
import { noteDuty, type Duty } from "./requests.server.ts";
import { deleteUntied } from "./untied.server.ts";
import { eraseVisitors } from "./visitors.server.ts";

/** Erases the person Shopify names. Somebody we don't know, or nobody at all, leaves every other row untouched. */
export async function eraseOnRequest(
  tx: Tx,
  duty: Duty,
  named: NamedCustomer,
  orderIds: string[] = [],
): Promise<Outcome> {
  const store = { workspaceId: duty.workspaceId, storeId: duty.storeId };
  const person = await findPerson(tx, store, named);
  // The database refuses to rewrite a message, except to a transaction that says it erases.
  await tx.$queryRaw`SELECT set_config('samla.erasing', 'on', true)`;
  await eraseRawInput(tx, store, person);
  await eraseVisitors(tx, store, person);
  await eraseMessages(tx, store, person);
  await eraseMails(tx, store, person);
  await eraseTickets(tx, store, person);
  await eraseDrafts(tx, store, person);
  await eraseMentions(tx, store, person);
  await eraseFromViews(tx, store, person);
  await eraseTraces(tx, store, person);
  await eraseMirroredOrders(tx, store, person, { orderIds, phone: named.phone });
  await forget(tx, store, person);
  await eraseFromSearch(tx, store, person);
  await noteDuty(tx, duty, "customer_redact", null);
  return DONE;
}

// Lists of ids go in as one array each: somebody may have sent a hundred thousand messages, and a statement
// takes 65,535 parameters.
async function eraseMessages(
  tx: Tx,
  { workspaceId }: StoreOfDuty,
  { messageIds, emails }: Person,
): Promise<void> {
  const files = await tx.$queryRaw<{ key: string }[]>`
    DELETE FROM "File" WHERE "workspaceId" = ${workspaceId}::uuid AND "messageId" = ANY(${messageIds}::uuid[])
    RETURNING key`;
  await removeFilesOf(
    tx,
    files.map(({ key }) => key),
  );
  await tx.$executeRaw`
    UPDATE "Message"
    SET text = '', trimmed = NULL, html = NULL, subject = NULL, "fromName" = NULL, "fromAddress" = NULL,
        answers = '[]', "sentByAddress" = NULL, page = NULL, recipients = '{}', "shopifyId" = NULL, "customerId" = NULL,
        "internetId" = NULL, "accountAddress" = NULL, cards = '[]',
        "deliveryError" = CASE WHEN delivery IN ('queued', 'sending', 'unknown') THEN 'erased' END,
        delivery = CASE WHEN delivery IN ('queued', 'sending', 'unknown') THEN 'failed' ELSE delivery END
    WHERE "workspaceId" = ${workspaceId}::uuid AND id = ANY(${messageIds}::uuid[])`;
  // Somebody was signed in as them and wrote in another's name.
  await tx.$executeRaw`
    UPDATE "Message" SET "accountAddress" = NULL
    WHERE "workspaceId" = ${workspaceId}::uuid AND "accountAddress" = ANY(${emails}::text[])`;
}

/** Every mail of their tickets or to their addresses, every form of theirs that was passed on, sent or not; what has not left never will. */
async function eraseMails(tx: Tx, { workspaceId, storeId }: StoreOfDuty, person: Person): Promise<void> {
  await tx.$executeRaw`
    UPDATE "OutgoingMail" m
    SET "fromName" = '', "toAddress" = '', "alsoTo" = '[]', cc = '[]', bcc = '[]', files = '[]', "replyTo" = NULL,
        subject = '', text = '', html = '', headers = '[]',
        error = CASE WHEN state IN ('queued', 'sending', 'unknown') THEN 'erased' END,
        state = CASE WHEN state IN ('queued', 'sending', 'unknown') THEN 'failed' ELSE state END
    WHERE m."workspaceId" = ${workspaceId}::uuid AND (
      m."ticketId" = ANY(${person.ticketIds}::uuid[])
      OR m."messageId" = ANY(${person.messageIds}::uuid[])
      OR (m.kind = 'form' AND m."replyTo" = ANY(${person.emails}::text[])
          AND EXISTS (SELECT 1 FROM "Received" r WHERE r."storeId" = ${storeId}::uuid
                      AND r.id = CASE WHEN m.kind = 'form' THEN substr(m."requestKey", 6)::uuid END))
      OR (m."toAddress" = ANY(${person.emails}::text[])
          AND EXISTS (SELECT 1 FROM "Ticket" t WHERE t."workspaceId" = m."workspaceId" AND t.id = m."ticketId"
                      AND t."storeId" = ${storeId}::uuid)))`;
}

/** Their tickets close and no answer finds them again; in others' tickets only the preview may be in their words. */
async function eraseTickets(tx: Tx, { workspaceId }: StoreOfDuty, person: Person): Promise<void> {
  const { ticketIds, messageIds } = person;
  const live = await tx.$queryRaw<{ workspaceId: string; id: string }[]>`
    SELECT "workspaceId", id FROM "Ticket"
    WHERE "workspaceId" = ${workspaceId}::uuid AND id = ANY(${ticketIds}::uuid[]) AND status <> 'closed'`;
  await tx.$executeRaw`
    UPDATE "Ticket"
    SET subject = '', preview = '', "orderName" = NULL, "shopifyOrderId" = NULL, locale = NULL, "customerId" = NULL,
        identity = 'claimed', "identityReason" = NULL, "hasFiles" = false, undelivered = false,
        status = 'closed', "closedAt" = coalesce("closedAt", ${now()}), "snoozedUntil" = NULL, "snoozedFor" = NULL,
        "riskWish" = NULL, "riskOrderId" = NULL, "riskOrderName" = NULL, "riskSince" = NULL
    WHERE "workspaceId" = ${workspaceId}::uuid AND id = ANY(${ticketIds}::uuid[])`;
  await tx.$executeRaw`
    UPDATE "Ticket" SET preview = ''
    WHERE "workspaceId" = ${workspaceId}::uuid AND id = ANY(${person.otherTicketIds}::uuid[])
      AND "lastMessageId" = ANY(${messageIds}::uuid[])`;
  for (const ticket of live) await recordTicketEvent(tx, ticket, { type: "closed", by: SYSTEM });
}

/** Their tickets have no words left to be found by; others' keep those that are not theirs. */
async function eraseFromSearch(tx: Tx, { workspaceId }: StoreOfDuty, person: Person): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "SearchDocument"
    WHERE "workspaceId" = ${workspaceId}::uuid AND "ticketId" = ANY(${person.ticketIds}::uuid[])`;
  await indexTickets(tx, workspaceId, person.otherTicketIds);
}

/** What agents were about to write to them, with its files, what was wanted of their orders, and who was told of it. */
async function eraseDrafts(tx: Tx, { workspaceId }: StoreOfDuty, { ticketIds }: Person): Promise<void> {
  const files = await tx.$queryRaw<{ key: string }[]>`
    DELETE FROM "File" f USING "Draft" d
    WHERE d."workspaceId" = ${workspaceId}::uuid AND d."ticketId" = ANY(${ticketIds}::uuid[])
      AND f."workspaceId" = d."workspaceId" AND f."messageId" IS NULL AND d.files @> to_jsonb(ARRAY[f.id::text])
    RETURNING f.key`;
  await removeFilesOf(
    tx,
    files.map(({ key }) => key),
  );
  await tx.$executeRaw`
    DELETE FROM "Draft" WHERE "workspaceId" = ${workspaceId}::uuid AND "ticketId" = ANY(${ticketIds}::uuid[])`;
  await tx.$executeRaw`
    DELETE FROM "OrderIntent" WHERE "workspaceId" = ${workspaceId}::uuid AND "ticketId" = ANY(${ticketIds}::uuid[])`;
  await tx.$executeRaw`
    DELETE FROM "Notification" WHERE "workspaceId" = ${workspaceId}::uuid AND "ticketId" = ANY(${ticketIds}::uuid[])`;
}

/** What still points at them: reply addresses, Message-IDs, event details, exports made for them earlier. */
async function eraseTraces(tx: Tx, { workspaceId, storeId }: StoreOfDuty, person: Person): Promise<void> {
  const { ticketIds, otherTicketIds, customerIds, shopifyIds } = person;
  await tx.$executeRaw`
    UPDATE "ReplyToken" SET "ticketId" = NULL
    WHERE "workspaceId" = ${workspaceId}::uuid AND "ticketId" = ANY(${ticketIds}::uuid[])`;
  await tx.$executeRaw`
    DELETE FROM "MailReference" r WHERE r."workspaceId" = ${workspaceId}::uuid AND (
      r."ticketId" = ANY(${ticketIds}::uuid[])
      OR EXISTS (SELECT 1 FROM "Ticket" t JOIN "MailReference" own ON own."workspaceId" = t."workspaceId" AND own."ticketId" = t.id
                 WHERE t."workspaceId" = r."workspaceId" AND t.id = ANY(${ticketIds}::uuid[])
                   AND t."mergedIntoId" = r."ticketId" AND own."messageId" = r."messageId"))`;
  // What would give words and people back to a ticket that has none any more.
  await tx.$executeRaw`
    DELETE FROM "TicketMerge" WHERE "workspaceId" = ${workspaceId}::uuid
      AND ("fromId" = ANY(${ticketIds}::uuid[]) OR "intoId" = ANY(${ticketIds}::uuid[]))`;
  // Event data holds ids, flags and codes; whatever else a detail may be (a provider's words), it goes.
  await tx.$executeRaw`
    UPDATE "Event" e
    SET data = (SELECT coalesce(jsonb_object_agg(d.key, d.value), '{}') FROM jsonb_each(e.data) d
                WHERE jsonb_typeof(d.value) IN ('boolean', 'number', 'null')
                   OR (jsonb_typeof(d.value) = 'string' AND d.value #>> '{}' ~ '^[a-z0-9-]{1,40}$')),
        "actorId" = CASE WHEN e."actorKind" = 'customer' THEN NULL ELSE e."actorId" END
    WHERE e."workspaceId" = ${workspaceId}::uuid AND e."ticketId" = ANY(${ticketIds}::uuid[])
      AND e.type NOT IN ('assigned', 'unassigned')`;
  await tx.$executeRaw`
    UPDATE "Event" SET "actorId" = NULL
    WHERE "workspaceId" = ${workspaceId}::uuid AND "ticketId" = ANY(${otherTicketIds}::uuid[])
      AND "actorKind" = 'customer' AND "actorId" = ANY(${customerIds}::text[])`;
  await tx.$executeRaw`
    UPDATE "PrivacyRequest" SET result = NULL, "doneAt" = coalesce("doneAt", ${now()})
    WHERE "workspaceId" = ${workspaceId}::uuid AND "storeId" = ${storeId}::uuid AND kind = 'data_request'
      AND (result->'subject'->>'shopifyId' = ANY(${shopifyIds}::text[])
           OR EXISTS (SELECT 1 FROM jsonb_array_elements(result->'customers') c
                      WHERE c->>'id' = ANY(${customerIds}::text[])))`;
}

/** The person: no longer this store's customer, and gone altogether unless another store knows them. */
async function forget(tx: Tx, { workspaceId, storeId }: StoreOfDuty, person: Person): Promise<void> {
  await tx.shopifyCustomer.deleteMany({
    where: { workspaceId, storeId, customerId: { in: person.customerIds } },
  });
  const { customerIds, shopifyIds } = person;
  await tx.customerProfile.deleteMany({
    where: {
      workspaceId,
      storeId,
      OR: [{ customerId: { in: customerIds } }, { shopifyId: { in: shopifyIds } }],
    },
  });
  // Whom another store knows still: what moved when they were merged names people and addresses.
  const theirs = { in: person.customerIds };
  await tx.customerMerge.deleteMany({ where: { workspaceId, OR: [{ fromId: theirs }, { intoId: theirs }] } });
  await deleteUntied(tx, workspaceId, person.customerIds);
}
