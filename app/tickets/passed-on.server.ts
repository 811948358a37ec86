// What a forward passes on: the words of one message or of the whole conversation, and the files that came with them.
// Never a note.
import type { Tx } from "../db.server.ts";
import { composePassed } from "../mail/forwarded.ts";
import { readRecipients } from "../mail/person.ts";
import type { TicketRef } from "./ticket.ts";
import { withAnswers } from "./answers.ts";

/** The latest of a long conversation, and so much of each message. */
const MOST_MESSAGES = 50;
const LONGEST = 20_000;

/** As text and HTML; null when there is no such message. */
export async function passedOn(
  tx: Tx,
  ticket: TicketRef,
  messageId: string | null,
): Promise<{ text: string; html: string } | null> {
  const { locale, subject, brand, store } = await tx.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: ticket.workspaceId, id: ticket.id } },
    select: {
      locale: true,
      subject: true,
      brand: { select: { senderName: true } },
      store: { select: { locale: true, timeZone: true } },
    },
  });
  const rows = await tx.message.findMany({
    where: { workspaceId: ticket.workspaceId, ...passable(ticket, messageId) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_MESSAGES,
    select: {
      kind: true,
      text: true,
      trimmed: true,
      answers: true,
      subject: true,
      fromName: true,
      fromAddress: true,
      recipients: true,
      createdAt: true,
    },
  });
  if (!rows.length) return null;
  const language = locale ?? store.locale;
  const messages = rows.reverse().map((row) => {
    const words = withAnswers(messageId ? row.text : (row.trimmed ?? row.text), row.answers);
    const address = row.fromAddress && row.fromAddress !== row.fromName ? ` <${row.fromAddress}>` : "";
    return {
      from: row.kind === "inbound" ? `${row.fromName ?? ""}${address}`.trim() : brand.senderName,
      to: readRecipients(row.recipients)
        .to.map(({ name, address: to }) => name || to)
        .join(", "),
      date: row.createdAt.toISOString().replace("T", " ").slice(0, 16).concat(" UTC"),
      subject: row.subject ?? subject,
      text: words.length > LONGEST ? `${words.slice(0, LONGEST).toWellFormed()} …` : words,
    };
  });
  return composePassed(messages, language);
}

/** The messages a forward may hold: said between us and others, of this ticket. */
export const passable = ({ id: ticketId }: TicketRef, messageId: string | null) => ({
  ticketId,
  kind: { in: ["inbound", "outbound"] },
  forward: false,
  ...(messageId ? { id: messageId } : {}),
});
