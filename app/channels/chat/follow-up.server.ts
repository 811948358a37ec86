// Who left a chat before our answer came is mailed what they have not read: once per absence, each reply in one mail.
import { shownNameOf } from "../../team/shown.ts";
import { db, type Tx } from "../../db.server.ts";
import { SYSTEM } from "../../events/event.ts";
import { recordTicketEvent } from "../../events/record.server.ts";
import { now } from "../../lib/clock.ts";
import { log } from "../../lib/log.server.ts";
import { queueMail } from "../../mail/outbox.server.ts";
import { replyAddressOf } from "../../mail/reply-token.server.ts";
import { composeFollowUp } from "../../mail/templates/follow-up.ts";
import { leaveToThem } from "../../tickets/chat/leave-to-them.server.ts";
import type { ChatRef } from "../../tickets/chat/touch.server.ts";
import { lockSurvivors, survivorOf } from "../../tickets/survivor.server.ts";
import { showNumber } from "../../tickets/ticket.ts";
import { mailedIn, senderOfChat } from "./mail.server.ts";

/** So many at once; the rest a minute later. */
const MOST = 200;
/** What a mail may carry beside its words, in bytes. */
const MOST_FILES = 7_000_000;

/** Mails everybody whose time has come. One that fails is tried again by the next sweep. */
export async function followUpDue(): Promise<void> {
  const at = now();
  const due = await db.$queryRaw<ChatRef[]>`
    SELECT c."workspaceId", c."ticketId" FROM "Chat" c
    JOIN "Visitor" v ON v."workspaceId" = c."workspaceId" AND v.id = c."visitorId" AND v."goneAt" IS NOT NULL
    WHERE c."followUpAt" < ${at} ORDER BY c."followUpAt" LIMIT ${MOST}`;
  for (const chat of due)
    await db
      .$transaction((tx) => followUp(tx, chat, at))
      .catch((error: unknown) => log.error({ err: error, ...chat }, "a follow-up could not be written"));
}

/** The claim, the mail and what the ticket says of it: all of them or none. */
async function followUp(tx: Tx, { workspaceId, ticketId }: ChatRef, at: Date): Promise<void> {
  await lockSurvivors(tx, workspaceId, [ticketId]);
  const chat = await claim(tx, { workspaceId, ticketId }, at);
  const place = chat && (await survivorOf(tx, { workspaceId, id: ticketId }));
  if (!chat || !place) return;
  await leaveToThem(tx, place, chat);
  const unread = await unreadOf(tx, chat);
  const ticket = await mailedIn(tx, place);
  const last = unread.at(-1);
  if (!last || ticket.spam) return;
  const to = chat.visitor.email ?? ticket.customer?.email;
  if (!to) return void (await recordTicketEvent(tx, place, { type: "chat-unreachable", by: SYSTEM }));
  const queued = await queueMail(tx, {
    workspaceId,
    kind: "follow-up",
    requestKey: `follow-up:${last.id}`,
    ticketId: place.id,
    // Should it not arrive, that is said of the last thing it carries.
    messageId: last.id,
    senderName: ticket.brand.senderName,
    senderAddress: await senderOfChat(tx, chat, ticket.brand),
    to,
    files: filesOf(unread),
    replyTo: await replyAddressOf(tx, ticket),
    references: ticket.references.map(({ messageId }) => messageId),
    automatic: false,
    ...composeFollowUp({
      locale: chat.visitor.locale ?? ticket.store.locale,
      sender: ticket.brand.senderName,
      number: showNumber(ticket.store.workspace.ticketPrefix, ticket.number),
      said: unread.map(({ author, text, files }) => ({
        by: author ? shownNameOf(author) : ticket.brand.senderName,
        text: text || files.map(({ name }) => name).join(", "),
      })),
    }),
  });
  if (!queued) return;
  await tx.mailReference.create({ data: { workspaceId, messageId: queued.internetId, ticketId: place.id } });
  await tx.chat.updateMany({ where: { workspaceId, ticketId }, data: { followedUpAt: at } });
  const data = { count: unread.length };
  await recordTicketEvent(tx, place, { type: "chat-followed-up", by: SYSTEM, data });
}

/** Takes it unless somebody else has, they are back, or one of us wrote again meanwhile. As it was before. */
async function claim(tx: Tx, { workspaceId, ticketId }: ChatRef, at: Date) {
  const chat = await tx.chat.findUnique({
    where: { workspaceId_ticketId: { workspaceId, ticketId } },
    include: { visitor: true },
  });
  const { count } = await tx.chat.updateMany({
    where: { workspaceId, ticketId, followUpAt: { lt: at }, visitor: { workspaceId, goneAt: { not: null } } },
    data: { followUpAt: null },
  });
  return count ? chat : null;
}

/** What one of us said that they have neither read nor been mailed. */
const unreadOf = (
  tx: Tx,
  chat: { workspaceId: string; ticketId: string; visitorReadAt: Date | null; followedUpAt: Date | null },
) =>
  tx.message.findMany({
    where: {
      workspaceId: chat.workspaceId,
      chatId: chat.ticketId,
      kind: "outbound",
      automatic: false,
      AND: [chat.visitorReadAt, chat.followedUpAt].map((known) =>
        known ? { createdAt: { gt: known } } : {},
      ),
    },
    orderBy: { chatSeq: "asc" },
    select: {
      id: true,
      text: true,
      author: { select: { name: true, shownName: true } },
      files: { where: { missing: null }, select: { id: true, name: true, size: true } },
    },
    take: 200,
  });

/** As many as a mail can carry; what stands in the text besides are names. */
function filesOf(unread: { files: { id: string; size: number }[] }[]): string[] {
  let room = MOST_FILES;
  return unread
    .flatMap(({ files }) => files)
    .filter(({ size }) => (room -= size) >= 0)
    .map(({ id }) => id);
}
