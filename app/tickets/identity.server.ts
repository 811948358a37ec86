// An agent vouches for a person whose words and Shopify's did not agree: for what was written until then, not for what
// comes later.
import { reasonOf } from "../customers/identity.ts";
import { settleIdentity } from "../customers/settle-identity.server.ts";
import { db, type Tx } from "../db.server.ts";
import type { Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { now } from "../lib/clock.ts";
import { lockTicket } from "./lock.server.ts";
import type { TicketRef } from "./ticket.ts";

/**
 * A mismatch becomes a proven identity that an agent stands for; who did, and over what, is logged. Anything else stays
 * as it is. Throws not-found.
 */
export const confirmMismatch = (
  ticket: TicketRef,
  { by }: { by: Actor & { kind: "agent" } },
): Promise<void> =>
  db.$transaction(async (tx) => {
    await lockTicket(tx, ticket);
    const before = await identityIn(tx, ticket);
    if (before.identity !== "mismatch") return;
    await tx.$executeRaw`
      UPDATE "Message" m SET "vouchedAt" = ${now()}, "vouchedById" = ${by.id}::uuid
      FROM "Ticket" t
      WHERE m."workspaceId" = ${ticket.workspaceId}::uuid AND m."ticketId" = ${ticket.id}::uuid AND m.kind = 'inbound'
        AND m.machine IS NULL AND m."vouchedAt" IS NULL AND m."senderProof" IS DISTINCT FROM 'unverified'
        AND t."workspaceId" = m."workspaceId" AND t.id = m."ticketId"
        AND (m."customerId" = t."customerId" OR m.judged = 'other-account')`;
    await settleIdentity(tx, ticket);
    const over = reasonOf(before.identityReason);
    await recordTicketEvent(tx, ticket, { type: "identity-confirmed", by, data: over ? { over } : {} });
  });

/** The agent was mistaken: what Shopify said counts again. Twice is harmless. Throws not-found. */
export const takeBackConfirmation = (ticket: TicketRef, { by }: { by: Actor }): Promise<void> =>
  db.$transaction(async (tx) => {
    await lockTicket(tx, ticket);
    const { workspaceId, id: ticketId } = ticket;
    const { count } = await tx.message.updateMany({
      where: { workspaceId, ticketId, vouchedAt: { not: null } },
      data: { vouchedAt: null, vouchedById: null },
    });
    if (!count) return;
    await settleIdentity(tx, ticket);
    await recordTicketEvent(tx, ticket, { type: "identity-doubted", by });
  });

const identityIn = (tx: Tx, { workspaceId, id }: TicketRef) =>
  tx.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id } },
    select: { identity: true, identityReason: true },
  });
