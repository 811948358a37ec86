// A message, or the whole conversation, is passed on to somebody outside it. That says nothing to the customer and
// answers nothing: whose turn it is stays as it was. Notes are never passed on.
import { db, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { later, now, SECOND } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { joinForward } from "../mail/forwarded.ts";
import type { Recipients } from "../mail/person.ts";
import { readWritten } from "../mail/written.ts";
import { dropDraftOf } from "./drafts/drop.server.ts";
import { storedRecipients } from "./drafts/kept.server.ts";
import { lockTicket } from "./lock.server.ts";
import { applyActionsIn } from "./macros/apply.server.ts";
import { demandFilled } from "./macros/filled.ts";
import type { MacroAction } from "./macros/macro.ts";
import { passedOn } from "./passed-on.server.ts";
import { findPressed, holdPress } from "./pressed.server.ts";
import { checkRecipients } from "./recipients.ts";
import { attachUploads } from "./reply-files.server.ts";
import { HOLD_SECONDS, type Replied } from "./reply.server.ts";
import type { TicketRef } from "./ticket.ts";

export interface Forward {
  by: { id: string };
  /** what the agent says above it; may be empty */
  html: string;
  recipients: Recipients;
  /** uploads of this agent's that go with it */
  fileIds: string[];
  /** the message, or (null) the whole conversation */
  forwardedId: string | null;
  /** what the macros in it also do to the ticket */
  actions?: MacroAction[];
  /** the same key sends nothing again */
  requestKey: string;
}

/**
 * Queues it; until it leaves it can be taken back like a reply. Answers to it come back to the ticket, from a sender
 * nobody has let in. Throws not-found for a message that is none (or a note), key-reused, cannot-reply, invalid,
 * too-large.
 */
export const forwardMessage = (ticket: TicketRef, forward: Forward): Promise<Replied> =>
  db.$transaction((tx) => forwardIn(tx, ticket, forward));

async function forwardIn(tx: Tx, ticket: TicketRef, forward: Forward): Promise<Replied> {
  const { workspaceId, id: ticketId } = ticket;
  const agentId = forward.by.id;
  const written = readWritten(forward.html);
  const recipients = checkRecipients(forward.recipients);
  demandFilled(written.html);
  await holdPress(tx, ticket, forward.requestKey);
  await lockTicket(tx, ticket);
  const passed = await passedOn(tx, ticket, forward.forwardedId);
  if (!passed) throw new AppError("not-found");
  const { text, html } = joinForward(written, passed);
  const fileIds = [...forward.fileIds, ...written.pictures];
  const earlier = await findPressed(tx, ticket, { ...forward, html, fileIds, recipients });
  if (earlier) return { messageId: earlier.id, holdUntil: earlier.holdUntil };
  await dropDraftOf(tx, ticket, { agentId, requestKey: forward.requestKey });
  const messageId = newId();
  const at = now();
  const holdUntil = later(at, HOLD_SECONDS * SECOND);
  await tx.message.create({
    data: {
      workspaceId,
      id: messageId,
      ticketId,
      kind: "outbound",
      forward: true,
      // Whatever the ticket's channel, a forward is a mail.
      channel: "email",
      requestKey: forward.requestKey,
      authorId: agentId,
      text,
      trimmed: written.text || null,
      html,
      recipients: storedRecipients(recipients),
      delivery: "queued",
      holdUntil,
      createdAt: at,
    },
  });
  await attachUploads(tx, { workspaceId, messageId, agentId }, forward.fileIds, { ...written, html });
  const by = { kind: "agent", id: agentId } as const;
  const { actions = [], forwardedId } = forward;
  const undo = await applyActionsIn(tx, ticket, actions, { by: forward.by });
  const data = { messageId, forwardedId, ...(actions.length ? { actions, undo } : {}) };
  await recordTicketEvent(tx, ticket, { type: "message-forwarded", by, data });
  await enqueue(tx, "deliver-message", { workspaceId, messageId }, { startAfter: HOLD_SECONDS });
  return { messageId, holdUntil };
}
