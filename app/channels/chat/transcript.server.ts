// A visitor has their conversation mailed, to an address nobody has proven: it holds what they and we said in it, and
// nothing else of the ticket.
import { db, type Tx } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { recordTicketEvent } from "../../events/record.server.ts";
import { shownNameOf } from "../../team/shown.ts";
import { DAY, later, now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { queueMail } from "../../mail/outbox.server.ts";
import { replyAddressOf } from "../../mail/reply-token.server.ts";
import { composeTranscript, type SaidInChat } from "../../mail/templates/transcript.ts";
import { readSetting } from "../../settings/read.server.ts";
import { survivorOf } from "../../tickets/survivor.server.ts";
import { showNumber } from "../../tickets/ticket.ts";
import { demandRoom } from "./limits.server.ts";
import { mailedIn, senderOfChat } from "./mail.server.ts";
import type { Visitor } from "./visitor.server.ts";

/** To one address in a day, whoever asks: it may be somebody else's. */
const PER_ADDRESS = 5;
const MOST_SAID = 500;

/**
 * Mails the conversation that is going on, or the last one. Throws gone when there is none in which one of us has said
 * anything, too-many. Of spam, and of what nobody has answered, there is none: whoever writes to nobody but themselves
 * would have us mail it to anybody.
 */
export async function mailTranscript(visitor: Visitor, { email }: { email: string }): Promise<void> {
  const { workspaceId, id: visitorId, customerId } = visitor;
  demandRoom("transcript", visitorId);
  await db.$transaction(async (tx) => {
    const chat = await tx.chat.findFirst({
      where: { workspaceId, visitorId },
      orderBy: { startedAt: "desc" },
      select: { workspaceId: true, ticketId: true, storeId: true, lastAgentAt: true },
    });
    const place = chat?.lastAgentAt && (await survivorOf(tx, { workspaceId, id: chat.ticketId }));
    if (!chat || !place || !(await readSetting(tx, chat, "chat")).transcript) throw new AppError("gone");
    const ticket = await mailedIn(tx, place);
    if (ticket.spam) throw new AppError("gone");
    await demandCap(tx, workspaceId, email);
    const queued = await queueMail(tx, {
      workspaceId,
      kind: "transcript",
      requestKey: `transcript:${newId()}`,
      ticketId: place.id,
      messageId: null,
      senderName: ticket.brand.senderName,
      senderAddress: await senderOfChat(tx, chat, ticket.brand),
      to: email,
      replyTo: await replyAddressOf(tx, ticket),
      references: [],
      automatic: true,
      ...composeTranscript({
        locale: visitor.locale ?? ticket.store.locale,
        timeZone: visitor.timeZone ?? ticket.store.timeZone,
        sender: ticket.brand.senderName,
        number: showNumber(ticket.store.workspace.ticketPrefix, ticket.number),
        said: await saidIn(tx, chat, ticket.brand.senderName),
      }),
    });
    if (!queued) return;
    await tx.mailReference.create({
      data: { workspaceId, messageId: queued.internetId, ticketId: place.id },
    });
    await tx.chat.updateMany({
      where: { workspaceId, ticketId: chat.ticketId },
      data: { transcriptAt: now() },
    });
    const by = { kind: "customer", id: customerId } as const;
    await recordTicketEvent(tx, place, { type: "transcript-sent", by });
  });
}

async function demandCap(tx: Tx, workspaceId: string, toAddress: string): Promise<void> {
  const recent = await tx.outgoingMail.count({
    where: { workspaceId, toAddress, kind: "transcript", createdAt: { gt: later(now(), -DAY) } },
  });
  if (recent >= PER_ADDRESS) throw new AppError("too-many", { retryAfter: 3600 });
}

async function saidIn(
  tx: Tx,
  { workspaceId, ticketId: chatId }: { workspaceId: string; ticketId: string },
  sender: string,
): Promise<SaidInChat[]> {
  const messages = await tx.message.findMany({
    where: { workspaceId, chatId },
    orderBy: { chatSeq: "asc" },
    select: {
      kind: true,
      text: true,
      createdAt: true,
      author: { select: { name: true, shownName: true } },
      files: { select: { name: true }, orderBy: { id: "asc" } },
    },
    take: MOST_SAID,
  });
  return messages.map(({ kind, text, createdAt, author, files }) => ({
    by: kind === "inbound" ? null : author ? shownNameOf(author) : sender,
    at: createdAt,
    text,
    files: files.map(({ name }) => name),
  }));
}
