// Who else belongs to a conversation. Only an agent lets somebody in.
import { normaliseEmail, tidyName } from "../customers/customer.ts";
import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import type { Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { isId } from "../lib/id.ts";
import { now } from "../lib/clock.ts";
import type { TicketRef } from "./ticket.ts";

/** Lets the unverified sender of one of the ticket's messages in. Twice is harmless. Throws not-found. */
export const addParticipant = (
  ticket: TicketRef,
  messageId: string | undefined,
  { by }: { by: Actor & { kind: "agent" } },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const { workspaceId, id: ticketId } = ticket;
    if (!isId(messageId)) throw new AppError("not-found");
    const message = await tx.message.findFirst({
      where: { workspaceId, ticketId, id: messageId, kind: "inbound" },
      select: { fromAddress: true, fromName: true },
    });
    const address = normaliseEmail(message?.fromAddress);
    if (!address) throw new AppError("not-found");
    const name = tidyName(message?.fromName, address);
    const { count } = await tx.ticketParticipant.createMany({
      data: [{ workspaceId, ticketId, address, name, addedById: by.id, createdAt: now() }],
      skipDuplicates: true,
    });
    if (count) await recordTicketEvent(tx, ticket, { type: "participant-added", by, data: { messageId } });
  });

/** Takes somebody out again: what they write from now on is an unverified sender's. Twice is harmless. */
export const removeParticipant = (
  ticket: TicketRef,
  messageId: string | undefined,
  { by }: { by: Actor },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const { workspaceId, id: ticketId } = ticket;
    if (!isId(messageId)) throw new AppError("not-found");
    const message = await tx.message.findFirst({
      where: { workspaceId, ticketId, id: messageId, kind: "inbound" },
      select: { fromAddress: true },
    });
    const address = normaliseEmail(message?.fromAddress);
    if (!address) throw new AppError("not-found");
    const { count } = await tx.ticketParticipant.deleteMany({ where: { workspaceId, ticketId, address } });
    if (count) await recordTicketEvent(tx, ticket, { type: "participant-removed", by, data: { messageId } });
  });
