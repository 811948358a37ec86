// "We have your message": to people, never to machines, within a cap per address (RFC 3834).
import { db, holdLock, type Tx } from "../db.server.ts";
import { env } from "../env.server.ts";
import { SYSTEM } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { DAY, HOUR, later, now } from "../lib/clock.ts";
import { isTimeZone } from "../lib/wall-clock.ts";
import type { Expected } from "../mail/expectation.ts";
import { queueMail } from "../mail/outbox.server.ts";
import { replyAddressOf } from "../mail/reply-token.server.ts";
import { composeAcknowledgement } from "../mail/templates/acknowledgement.ts";
import { readSetting } from "../settings/read.server.ts";
import { showNumber } from "../tickets/ticket.ts";
import { senderAddressNow } from "../workspace/sender.server.ts";
import { mayAcknowledge } from "./acknowledgement.ts";
import { ownWords } from "./form/own-words.server.ts";
import { isReportPassedOn } from "./email/bounce-signs.ts";

const PER_HOUR = 2;
const PER_DAY = 5;

/** When whoever writes to a store at a moment may expect an answer. */
type ExpectedOf = (tx: Tx, store: { workspaceId: string; id: string }, at: Date) => Promise<Expected>;

/** Acknowledges the message an event is about, if it should be; a withheld one is written on the ticket. */
export async function acknowledge(
  ticket: { workspaceId: string; id: string },
  messageId: string,
  opened: boolean,
  expectedOf: ExpectedOf,
): Promise<void> {
  const { workspaceId } = ticket;
  await db.$transaction(async (tx) => {
    const message = await tx.message.findUnique({
      where: { workspaceId_id: { workspaceId, id: messageId } },
      include: {
        ticket: { include: { brand: true, supportAddress: true, store: { include: { workspace: true } } } },
      },
    });
    if (!message?.fromAddress || message.ticket.spam || message.senderProof === "unverified") return;
    const { brand, store } = message.ticket;
    const place = { workspaceId, storeId: store.id };
    const left = message.channel === "chat" ? await visitorWhoLeftIt(tx, ticket) : null;
    if (message.channel === "chat" && !(opened && left)) return;
    if (message.channel === "email" && !(opened && (await isWanted(tx, place, message.ticket)))) return;
    if (isReportPassedOn(message.subject ?? "")) return;
    if (!mayAcknowledge(message.fromAddress) || (await isOurs(tx, message.fromAddress))) return;
    if (await wasAcknowledged(tx, workspaceId, messageId)) return;
    if (await capReached(tx, workspaceId, message.fromAddress)) {
      await recordTicketEvent(tx, ticket, {
        type: "acknowledgement-withheld",
        by: SYSTEM,
        data: { messageId, reason: "cap" },
      });
      return;
    }
    const expected = await expectedOf(tx, { workspaceId, id: store.id }, now());
    // By the shop's clock, unless we know theirs.
    if (left?.timeZone && isTimeZone(left.timeZone)) expected.timeZone = left.timeZone;
    const locale = message.ticket.locale ?? store.locale;
    const reference = message.channel === "email" ? await ownMessageId(tx, workspaceId, ticket.id) : [];
    const queued = await queueMail(tx, {
      workspaceId,
      kind: "acknowledgement",
      requestKey: keyOf(messageId),
      ticketId: ticket.id,
      messageId: null,
      senderName: brand.senderName,
      senderAddress: await senderAddressNow(tx, brand),
      to: message.fromAddress,
      replyTo: await replyAddressOf(tx, message.ticket),
      references: reference,
      automatic: true,
      ...composeAcknowledgement({
        locale,
        sender: brand.senderName,
        own: message.channel === "form" ? await ownWords(tx, place, message.receivedId, locale) : "",
        number: showNumber(store.workspace.ticketPrefix, message.ticket.number),
        expected,
      }),
    });
    if (queued) {
      await tx.mailReference.create({
        data: { workspaceId, messageId: queued.internetId, ticketId: ticket.id },
      });
    }
  });
}

/** Who chats sees that it has arrived; who left it while nobody was there hears so by mail. */
async function visitorWhoLeftIt(tx: Tx, { workspaceId, id: ticketId }: { workspaceId: string; id: string }) {
  const chat = await tx.chat.findUnique({
    where: { workspaceId_ticketId: { workspaceId, ticketId } },
    select: { offline: true, visitor: { select: { timeZone: true } } },
  });
  return chat?.offline ? chat.visitor : null;
}

/** As the address it came in through says, else as the store does for its own. */
async function isWanted(
  tx: Tx,
  place: { workspaceId: string; storeId: string },
  { supportAddress }: { supportAddress: { acknowledge: boolean; retiredAt: Date | null } | null },
): Promise<boolean> {
  if (supportAddress && !supportAddress.retiredAt) return supportAddress.acknowledge;
  return (await readSetting(tx, place, "email")).acknowledge;
}

/** Our own addresses and the merchants': two of them facing each other would never stop. */
async function isOurs(tx: Tx, address: string): Promise<boolean> {
  const inboundDomain = env.POSTMARK_INBOUND_ADDRESS.split("@")[1] ?? "";
  if (address === env.MAIL_FROM.toLowerCase() || address.endsWith(`@${inboundDomain}`)) return true;
  return (await tx.inboundAddress.findUnique({ where: { address }, select: { token: true } })) !== null;
}

async function capReached(tx: Tx, workspaceId: string, toAddress: string): Promise<boolean> {
  await holdLock(tx, `acknowledge:${workspaceId}:${toAddress}`);
  const recent = await tx.outgoingMail.findMany({
    where: { workspaceId, toAddress, kind: "acknowledgement", createdAt: { gt: later(now(), -DAY) } },
    select: { createdAt: true },
    take: PER_DAY,
  });
  const lastHour = recent.filter(({ createdAt }) => createdAt > later(now(), -HOUR));
  return recent.length >= PER_DAY || lastHour.length >= PER_HOUR;
}

const keyOf = (messageId: string): string => `acknowledgement:${messageId}`;

async function wasAcknowledged(tx: Tx, workspaceId: string, messageId: string): Promise<boolean> {
  const key = { workspaceId, requestKey: keyOf(messageId) };
  return (
    (await tx.outgoingMail.findUnique({ where: { workspaceId_requestKey: key }, select: { id: true } })) !==
    null
  );
}

async function ownMessageId(tx: Tx, workspaceId: string, ticketId: string): Promise<string[]> {
  const first = await tx.mailReference.findFirst({
    where: { workspaceId, ticketId },
    orderBy: { createdAt: "asc" },
    select: { messageId: true },
  });
  return first ? [first.messageId] : [];
}
