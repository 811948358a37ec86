// A customer of one store is forgotten (customers/redact): what they wrote, what was written to them, and who
// they are. The tickets stay as empty shells, so that numbers, reports and the team's history still add up.
// How far it goes when the workspace has more stores: docs/decisions/011-privacy.md.
import type { Tx } from "../db.server.ts";
import { SYSTEM } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { now } from "../lib/clock.ts";
import type { NamedCustomer } from "../workspace/shop-webhooks.ts";
import { DONE, type Outcome } from "../workspace/shop-webhooks-effects.server.ts";
import { eraseRawInput } from "./erase-raw.server.ts";
import { findPerson, type Person, type StoreOfDuty } from "./person.server.ts";
import { noteDuty, type Duty } from "./requests.server.ts";
import { deleteUntied } from "./untied.server.ts";

/** Erases the person Shopify names. Somebody we don't know, or nobody at all, leaves every other row untouched. */
export async function eraseOnRequest(tx: Tx, duty: Duty, named: NamedCustomer): Promise<Outcome> {
  const store = { workspaceId: duty.workspaceId, storeId: duty.storeId };
  const person = await findPerson(tx, store, named);
  // The database refuses to rewrite a message, except to a transaction that says it erases.
  await tx.$queryRaw`SELECT set_config('samla.erasing', 'on', true)`;
  await eraseRawInput(tx, store, person);
  await eraseMessages(tx, store, person);
  await eraseMails(tx, store, person);
  await eraseTickets(tx, store, person);
  await eraseTraces(tx, store, person);
  await forget(tx, store, person);
  await noteDuty(tx, duty, "customer_redact", null);
  return DONE;
}

async function eraseMessages(tx: Tx, { workspaceId }: StoreOfDuty, { messageIds }: Person): Promise<void> {
  await tx.file.deleteMany({ where: { workspaceId, messageId: { in: messageIds } } });
  await tx.message.updateMany({
    where: { workspaceId, id: { in: messageIds } },
    data: {
      text: "",
      html: null,
      subject: null,
      fromName: null,
      fromAddress: null,
      shopifyId: null,
      customerId: null,
      deliveryError: null,
    },
  });
  await tx.message.updateMany({
    where: { workspaceId, id: { in: messageIds }, delivery: { in: ["queued", "sending", "unknown"] } },
    data: { delivery: "failed", deliveryError: "erased" },
  });
}

/** Every mail of their tickets or to their addresses, sent or not; what has not left never will. */
async function eraseMails(tx: Tx, { workspaceId, storeId }: StoreOfDuty, person: Person): Promise<void> {
  await tx.$executeRaw`
    UPDATE "OutgoingMail" m
    SET "fromName" = '', "toAddress" = '', "replyTo" = NULL, subject = '', text = '', html = '', headers = '[]',
        error = CASE WHEN state IN ('queued', 'sending', 'unknown') THEN 'erased' END,
        state = CASE WHEN state IN ('queued', 'sending', 'unknown') THEN 'failed' ELSE state END
    WHERE m."workspaceId" = ${workspaceId}::uuid AND (
      m."ticketId" = ANY(${person.ticketIds}::uuid[])
      OR m."messageId" = ANY(${person.messageIds}::uuid[])
      OR (m."toAddress" = ANY(${person.emails}::text[])
          AND EXISTS (SELECT 1 FROM "Ticket" t WHERE t."workspaceId" = m."workspaceId" AND t.id = m."ticketId"
                      AND t."storeId" = ${storeId}::uuid)))`;
}

/** Their tickets close and no answer finds them again; in others' tickets only the preview may be in their words. */
async function eraseTickets(
  tx: Tx,
  { workspaceId }: StoreOfDuty,
  { ticketIds, messageIds }: Person,
): Promise<void> {
  const live = await tx.ticket.findMany({
    where: { workspaceId, id: { in: ticketIds }, status: { not: "closed" } },
    select: { workspaceId: true, id: true },
  });
  await tx.ticket.updateMany({
    where: { workspaceId, id: { in: ticketIds } },
    data: { subject: "", preview: "", orderName: null, locale: null, customerId: null, identity: "claimed" },
  });
  await tx.ticket.updateMany({
    where: { workspaceId, id: { in: live.map(({ id }) => id) } },
    data: { status: "closed", closedAt: now(), snoozedUntil: null },
  });
  await tx.ticket.updateMany({
    where: { workspaceId, lastMessageId: { in: messageIds } },
    data: { preview: "" },
  });
  for (const ticket of live) await recordTicketEvent(tx, ticket, { type: "closed", by: SYSTEM });
}

/** What still points at them: reply addresses, Message-IDs, event details, exports made for them earlier. */
async function eraseTraces(tx: Tx, { workspaceId, storeId }: StoreOfDuty, person: Person): Promise<void> {
  const { ticketIds, customerIds, shopifyIds } = person;
  await tx.replyToken.deleteMany({ where: { workspaceId, ticketId: { in: ticketIds } } });
  await tx.mailReference.deleteMany({ where: { workspaceId, ticketId: { in: ticketIds } } });
  // Event data holds ids, flags and codes; whatever else a detail may be (a provider's words), it goes.
  await tx.$executeRaw`
    UPDATE "Event" e
    SET data = (SELECT coalesce(jsonb_object_agg(d.key, d.value), '{}') FROM jsonb_each(e.data) d
                WHERE jsonb_typeof(d.value) IN ('boolean', 'number', 'null')
                   OR (jsonb_typeof(d.value) = 'string' AND d.value #>> '{}' ~ '^[a-z0-9-]{1,40}$')),
        "actorId" = CASE WHEN e."actorKind" = 'customer' THEN NULL ELSE e."actorId" END
    WHERE e."workspaceId" = ${workspaceId}::uuid AND e."ticketId" = ANY(${ticketIds}::uuid[])
      AND e.type NOT IN ('assigned', 'unassigned')`;
  await tx.event.updateMany({
    where: {
      workspaceId,
      actorKind: "customer",
      actorId: { in: customerIds },
      ticketId: { in: await ticketsWithTheirMessages(tx, workspaceId, person) },
    },
    data: { actorId: null },
  });
  await tx.$executeRaw`
    UPDATE "PrivacyRequest" SET result = NULL, "doneAt" = coalesce("doneAt", ${now()})
    WHERE "workspaceId" = ${workspaceId}::uuid AND "storeId" = ${storeId}::uuid AND kind = 'data_request'
      AND (result->'subject'->>'shopifyId' = ANY(${shopifyIds}::text[])
           OR EXISTS (SELECT 1 FROM jsonb_array_elements(result->'customers') c
                      WHERE c->>'id' = ANY(${customerIds}::text[])))`;
}

async function ticketsWithTheirMessages(
  tx: Tx,
  workspaceId: string,
  { messageIds }: Person,
): Promise<string[]> {
  const rows = await tx.message.findMany({
    where: { workspaceId, id: { in: messageIds } },
    distinct: ["ticketId"],
    select: { ticketId: true },
  });
  return rows.map(({ ticketId }) => ticketId);
}

/** The person: no longer this store's customer, and gone altogether unless another store knows them. */
async function forget(tx: Tx, { workspaceId, storeId }: StoreOfDuty, person: Person): Promise<void> {
  await tx.shopifyCustomer.deleteMany({
    where: { workspaceId, storeId, customerId: { in: person.customerIds } },
  });
  await deleteUntied(tx, workspaceId, person.customerIds);
}
