// What an agent does with an answer that was kept: sends it as their own, dismisses it, or takes that back.
import { db, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { isId } from "../lib/id.ts";
import { maySendHeld } from "./held-answer.ts";
import { textToHtml } from "../mail/text.ts";
import { answerableOf } from "./answer.server.ts";
import { AT_ONCE, replyIn } from "./reply.server.ts";
import type { TicketRef } from "./ticket.ts";

type By = { by: { id: string } };

/**
 * Sends its text and files to the customer, as a reply by the agent who looked at it. Pressed again it sends
 * nothing more. Throws not-found, invalid for one that must not go out as it is, cannot-reply.
 */
export const sendHeldAnswer = (
  ticket: TicketRef,
  messageId: string | undefined,
  { by }: By,
): Promise<{ messageId: string }> =>
  db.$transaction(async (tx) => {
    const held = await findHeld(tx, ticket, messageId);
    if (!maySendHeld(held.relayReason)) throw new AppError("invalid");
    const { workspaceId } = ticket;
    const key = { workspaceId, requestKey: `relay:${held.id}` };
    const earlier = await tx.message.findUnique({ where: { workspaceId_requestKey: key } });
    if (earlier) return { messageId: earlier.id };
    const { newest, recipients } = await answerableOf(tx, ticket, by);
    if (!recipients.to.length) throw new AppError("cannot-reply");
    const reply = {
      by,
      html: textToHtml(held.text),
      recipients,
      fileIds: await moveFiles(tx, held, by),
      requestKey: key.requestKey,
      seen: newest,
    };
    const { messageId: sent } = await replyIn(tx, ticket, reply, AT_ONCE);
    await settle(tx, held, "sent");
    return { messageId: sent };
  });

/** Puts it aside: it is not sent, and nobody is asked about it any more. */
export const dismissHeldAnswer = (
  ticket: TicketRef,
  messageId: string | undefined,
  { by }: By,
): Promise<void> => change(ticket, messageId, by, { from: "waiting", to: "dismissed" });

/** Takes the dismissal back. */
export const bringBackHeldAnswer = (
  ticket: TicketRef,
  messageId: string | undefined,
  { by }: By,
): Promise<void> => change(ticket, messageId, by, { from: "dismissed", to: "waiting" });

async function findHeld(tx: Tx, ticket: TicketRef, id: string | undefined) {
  if (!isId(id)) throw new AppError("not-found");
  // Two presses of Send wait for one another here.
  await tx.$queryRaw`SELECT 1 FROM "Ticket" WHERE "workspaceId" = ${ticket.workspaceId}::uuid AND id = ${ticket.id}::uuid FOR UPDATE`;
  const held = await tx.message.findFirst({
    where: { workspaceId: ticket.workspaceId, id, ticketId: ticket.id, kind: "note", relay: { not: null } },
  });
  if (!held) throw new AppError("not-found");
  return held;
}

/** A file is a row with a key of its own, so it moves: it stands with the reply, which stands below the note. */
async function moveFiles(
  tx: Tx,
  held: { workspaceId: string; id: string },
  by: { id: string },
): Promise<string[]> {
  const where = { workspaceId: held.workspaceId, messageId: held.id, inline: false, missing: null };
  const files = await tx.file.findMany({ where, select: { id: true }, orderBy: { id: "asc" } });
  await tx.file.updateMany({ where, data: { messageId: null, uploadedById: by.id } });
  return files.map(({ id }) => id);
}

const settle = (tx: Tx, held: { workspaceId: string; id: string }, relay: "sent" | "dismissed" | "waiting") =>
  tx.message.update({
    where: { workspaceId_id: { workspaceId: held.workspaceId, id: held.id } },
    data: { relay },
    select: { id: true },
  });

const change = (
  ticket: TicketRef,
  messageId: string | undefined,
  by: { id: string },
  { from, to }: { from: "waiting" | "dismissed"; to: "waiting" | "dismissed" },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const held = await findHeld(tx, ticket, messageId);
    if (held.relay !== from) return;
    await settle(tx, held, to);
    await recordTicketEvent(tx, ticket, {
      type: to === "dismissed" ? "answer-dismissed" : "answer-brought-back",
      by: { kind: "agent", id: by.id },
      data: { messageId: held.id },
    });
  });
