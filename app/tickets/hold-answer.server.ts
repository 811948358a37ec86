// An answer from outside that may be an agent's is kept as a note: a kind that nothing can send.
import type { Tx } from "../db.server.ts";
import { SYSTEM } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { attachTo } from "../files/attach.server.ts";
import type { StoredFile } from "../files/file.ts";
import { now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import type { HeldReason } from "./held-answer.ts";
import type { TicketRef } from "./ticket.ts";

export interface HeldAnswer {
  /** whose answer address it came to */
  agentId: string;
  reason: HeldReason;
  externalId: string;
  receivedId: string;
  /** as the mail claims */
  from: { name: string; address: string | null };
  subject: string;
  /** what would be sent; all of the mail where nothing can be */
  text: string;
  files: StoredFile[];
  saidAt: Date | null;
}

/** Keeps it on the ticket, which waits on us until somebody has looked at it. */
export async function holdAnswer(tx: Tx, ticket: TicketRef, held: HeldAnswer): Promise<void> {
  const { workspaceId } = ticket;
  const id = newId();
  await tx.message.create({
    data: {
      workspaceId,
      id,
      ticketId: ticket.id,
      kind: "note",
      channel: "email",
      externalId: held.externalId,
      receivedId: held.receivedId,
      fromName: held.from.name,
      fromAddress: held.from.address,
      senderProof: "unverified",
      subject: held.subject,
      text: held.text,
      relay: "waiting",
      relayReason: held.reason,
      saidAt: held.saidAt,
      createdAt: now(),
    },
  });
  await attachTo(tx, { workspaceId, id }, held.files);
  await tx.ticket.updateMany({
    where: { workspaceId, id: ticket.id, status: "open" },
    data: { waitingOn: "us" },
  });
  const data = { messageId: id, agentId: held.agentId, reason: held.reason };
  await recordTicketEvent(tx, ticket, { type: "answer-held", by: SYSTEM, data });
}
