// Orders at risk: a customer wants something changed about an order that has not left yet. Judged when they write, and
// when the order changes; whoever reads it may say that it is not so (docs/decisions/032-order-mirror.md).
import { Prisma } from "@prisma/client";
import { db, type Tx } from "../db.server.ts";
import { SYSTEM, type Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { isStillHere } from "../orders/open-order.ts";
import { wishIn, type Wish } from "../orders/wish.ts";
import { riskedOrderOf, type RiskedOrder } from "./risked-order.server.ts";
import type { TicketRef } from "./ticket.ts";

/** What they said last is what they want. */
const LATEST = 3;

/** Judges a ticket by one message of its customer's. */
export async function judgeMessage(ticket: TicketRef, messageId: string): Promise<void> {
  await judge(ticket, await customersMessages(ticket, Prisma.sql`AND m.id = ${messageId}::uuid`));
}

/** Judges a ticket by the latest that its customer wrote. */
export async function judgeLatest(ticket: TicketRef): Promise<void> {
  await judge(ticket, await customersMessages(ticket, Prisma.empty));
}

interface Said {
  text: string;
  trimmed: string | null;
  subject: string | null;
}

const customersMessages = ({ workspaceId, id }: TicketRef, which: Prisma.Sql): Promise<Said[]> =>
  db.$queryRaw<Said[]>`
    SELECT m.text, m.trimmed, m.subject FROM "Message" m
    JOIN "Ticket" t ON t."workspaceId" = m."workspaceId" AND t.id = m."ticketId"
    WHERE m."workspaceId" = ${workspaceId}::uuid AND m."ticketId" = ${id}::uuid AND m.kind = 'inbound'
      AND m.machine IS NULL AND m."customerId" = t."customerId" ${which}
    ORDER BY m."createdAt" DESC, m.id DESC LIMIT ${LATEST}`;

async function judge(ticket: TicketRef, said: Said[]): Promise<void> {
  const wish = said
    .map(({ text, trimmed, subject }) => wishIn(subject, trimmed ?? text))
    .find((one) => one !== null);
  if (!wish) return;
  const order = await riskedOrderOf(ticket);
  if (order) await db.$transaction((tx) => putAtRisk(tx, ticket, wish, order));
}

/** Held as it is meanwhile: an order that leaves in this moment finds the ticket at risk, and takes it out. */
async function putAtRisk(
  tx: Tx,
  { workspaceId, id }: TicketRef,
  wish: Wish,
  order: RiskedOrder,
): Promise<void> {
  const { storeId, shopifyId, name, processedAt } = order;
  const [held] = await tx.$queryRaw<{ fulfillment: string; cancelledAt: Date | null }[]>`
    SELECT fulfillment, "cancelledAt" FROM "ShopOrder"
    WHERE "workspaceId" = ${workspaceId}::uuid AND "storeId" = ${storeId}::uuid AND "shopifyId" = ${shopifyId}
    FOR SHARE`;
  if (!held || !isStillHere(held)) return;
  const { count } = await tx.ticket.updateMany({
    where: {
      ...{ workspaceId, id, mergedIntoId: null },
      OR: [{ riskSince: null }, { NOT: { riskOrderId: shopifyId, riskWish: wish } }],
    },
    data: { riskWish: wish, riskOrderId: shopifyId, riskOrderName: name, riskSince: processedAt },
  });
  const data = { wish, order: name };
  if (count) await recordTicketEvent(tx, { workspaceId, id }, { type: "order-at-risk", by: SYSTEM, data });
}

/** Says that nothing is at risk here, or not any more. */
export async function takeOutOfRisk(
  tx: Tx,
  { workspaceId, id }: TicketRef,
  because: "sent" | "cancelled" | "gone" | "dismissed",
  { by }: { by: Actor },
): Promise<boolean> {
  const before = await tx.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { riskOrderName: true },
  });
  const { count } = await tx.ticket.updateMany({
    where: { workspaceId, id, riskSince: { not: null } },
    data: { riskWish: null, riskOrderId: null, riskOrderName: null, riskSince: null },
  });
  const data = { because, order: before?.riskOrderName ?? null };
  if (count) await recordTicketEvent(tx, { workspaceId, id }, { type: "order-out-of-risk", by, data });
  return count > 0;
}

/** An agent has read it, and it is not so. What the customer writes next is judged anew. */
export const dismissRisk = (ticket: TicketRef, { by }: { by: Actor }): Promise<boolean> =>
  db.$transaction((tx) => takeOutOfRisk(tx, ticket, "dismissed", { by }));
