// A customer wants to see what a store holds about them (customers/data_request). The answer goes to the
// merchant, who passes it on.
import type { Prisma } from "@prisma/client";
import type { Tx } from "../db.server.ts";
import { now } from "../lib/clock.ts";
import type { NamedCustomer } from "../workspace/shop-webhooks.ts";
import { DONE, type Outcome } from "../workspace/shop-webhooks-effects.server.ts";
import { forecastsOf, mirroredOrders } from "./mirrored-orders.server.ts";
import { findPerson, type Person } from "./person.server.ts";
import { noteDuty, type Duty } from "./requests.server.ts";
import { visitsOf } from "./visitors.server.ts";

export type CustomerExport = Awaited<ReturnType<typeof collect>>;

/** Collects the export. A request for the same person that is still open is brought up to date instead. */
export async function answerDataRequest(
  tx: Tx,
  duty: Duty,
  named: NamedCustomer,
  requestId: string | null,
): Promise<Outcome> {
  const collected = await collect(tx, duty, named, requestId);
  const result = collected as unknown as Prisma.InputJsonObject;
  const open = await openRequest(tx, duty, named, requestId);
  if (open) {
    await tx.privacyRequest.update({
      where: { workspaceId_id: { workspaceId: duty.workspaceId, id: open } },
      data: { result },
    });
  } else {
    await noteDuty(tx, duty, "data_request", result);
  }
  return DONE;
}

async function openRequest(
  tx: Tx,
  { workspaceId, storeId }: Duty,
  named: NamedCustomer,
  requestId: string | null,
): Promise<string | null> {
  await tx.$queryRaw`SELECT 1 FROM "Store" WHERE "workspaceId" = ${workspaceId}::uuid AND id = ${storeId}::uuid FOR UPDATE`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "PrivacyRequest"
    WHERE "workspaceId" = ${workspaceId}::uuid AND "storeId" = ${storeId}::uuid AND kind = 'data_request'
      AND result IS NOT NULL
      AND (result->>'requestId' = ${requestId}
           OR ("doneAt" IS NULL AND result->'subject' = ${JSON.stringify(named)}::jsonb))
    ORDER BY "createdAt" DESC LIMIT 1`;
  return rows[0]?.id ?? null;
}

async function collect(
  tx: Tx,
  { workspaceId, storeId }: Duty,
  named: NamedCustomer,
  requestId: string | null,
) {
  const person = await findPerson(tx, { workspaceId, storeId }, named);
  const { shopDomain } = await tx.store.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: storeId } },
    select: { shopDomain: true },
  });
  const messages = await messagesOf(tx, workspaceId, person);
  const orders = await mirroredOrders(tx, { workspaceId, storeId }, person, {
    orderIds: [],
    phone: named.phone,
  });
  const forecasts = await forecastsOf(tx, { workspaceId, storeId }, person);
  return {
    requestId,
    subject: named,
    shop: shopDomain,
    collectedAt: now().toISOString(),
    customers: await theirCard(tx, { workspaceId, storeId }, person),
    tickets: await theirTickets(tx, workspaceId, person, messages),
    orders: orders.map((order) => ({ ...order, processedAt: order.processedAt.toISOString() })),
    forecasts,
    visits: await visitsOf(tx, { workspaceId, storeId }, person),
    orderActions: await doneToTheirOrders(tx, workspaceId, person),
    writtenElsewhere: person.otherTicketIds.flatMap((id) => messages.get(id) ?? []).map(presented),
  };
}

/** What agents did to their orders, with the addresses and notes they wrote for it. */
async function doneToTheirOrders(tx: Tx, workspaceId: string, { ticketIds }: Person) {
  const rows = await tx.$queryRaw<
    { order: string; kind: string; state: string; wish: Prisma.JsonObject; createdAt: Date }[]
  >`
    SELECT "orderName" AS "order", kind, state, wish, "createdAt" FROM "OrderIntent"
    WHERE "workspaceId" = ${workspaceId}::uuid AND "ticketId" = ANY(${ticketIds}::uuid[])
    ORDER BY "createdAt"`;
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

async function theirCard(tx: Tx, store: { workspaceId: string; storeId: string }, { customerIds }: Person) {
  const { workspaceId, storeId } = store;
  const rows = await tx.customer.findMany({
    where: { workspaceId, id: { in: customerIds } },
    include: {
      contacts: { select: { kind: true, value: true, proof: true, removedAt: true } },
      shopify: { where: { workspaceId, storeId }, select: { shopifyId: true, proof: true } },
      profiles: { where: { workspaceId, storeId }, select: { answer: true, readAt: true } },
    },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, name, email, phone, locale, createdAt, contacts, shopify, profiles }) => ({
    id,
    name,
    email,
    phone,
    locale,
    createdAt: createdAt.toISOString(),
    contacts,
    shopify,
    kept: profiles.map(({ answer, readAt }) => ({ answer, readAt: readAt.toISOString() })),
  }));
}

async function theirTickets(tx: Tx, workspaceId: string, person: Person, messages: Map<string, Said[]>) {
  const rows = await inParts(person.ticketIds, (ids) =>
    tx.ticket.findMany({
      where: { workspaceId, id: { in: ids } },
      select: {
        id: true,
        number: true,
        channel: true,
        subject: true,
        status: true,
        topic: true,
        orderName: true,
        identity: true,
        createdAt: true,
        closedAt: true,
      },
      orderBy: { number: "asc" },
    }),
  );
  return rows.map(({ createdAt, closedAt, ...ticket }) => {
    const said = messages.get(ticket.id) ?? [];
    // A stranger may have answered in the thread: their words are not this customer's data to hand out.
    const shown = said.filter((message) => message.kind !== "inbound" || isTheirs(message, person));
    return {
      ...ticket,
      createdAt: createdAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
      messages: shown.map(presented),
      withheld: said.length - shown.length,
    };
  });
}

/** By ticket, in the order they were said. */
async function messagesOf(tx: Tx, workspaceId: string, { messageIds }: Person): Promise<Map<string, Said[]>> {
  const rows = await inParts(messageIds, (ids) =>
    tx.message.findMany({
      where: { workspaceId, id: { in: ids } },
      select: MESSAGE,
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
  );
  return Map.groupBy(rows, ({ ticketId }) => ticketId);
}

/** A statement takes 65,535 parameters, and a person may have written more messages than that. */
async function inParts<Row>(ids: string[], read: (part: string[]) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < ids.length; from += PART)
    rows.push(...(await read(ids.slice(from, from + PART))));
  return rows;
}

const PART = 1000;

const MESSAGE = {
  ticketId: true,
  kind: true,
  channel: true,
  customerId: true,
  shopifyId: true,
  fromName: true,
  fromAddress: true,
  senderProof: true,
  subject: true,
  text: true,
  answers: true,
  delivery: true,
  saidAt: true,
  createdAt: true,
  files: { select: { name: true, contentType: true, size: true } },
} satisfies Prisma.MessageSelect;

type Said = Prisma.MessageGetPayload<{ select: typeof MESSAGE }>;

const isTheirs = (message: Said, person: Person): boolean =>
  (message.customerId !== null && person.customerIds.includes(message.customerId)) ||
  (message.shopifyId !== null && person.shopifyIds.includes(message.shopifyId)) ||
  (message.fromAddress !== null && person.emails.includes(message.fromAddress.toLowerCase()));

const presented = ({ ticketId: _, customerId: __, shopifyId: ___, saidAt, createdAt, ...message }: Said) => ({
  ...message,
  saidAt: saidAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
});
