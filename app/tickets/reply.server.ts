// An agent answers. One press of Send is one message, whatever the network does.
import { db, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { later, now, SECOND } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { NOBODY, type Recipients } from "../mail/person.ts";
import { readWritten, type Written } from "../mail/written.ts";
import type { Card } from "./chat/card.ts";
import type { LiveChat } from "./chat/live-chat.server.ts";
import { chatToAnswer, takePlace } from "./chat/say.server.ts";
import { headOf, type Head } from "./head.ts";
import { dropDraftOf } from "./drafts/drop.server.ts";
import { lockTicket } from "./lock.server.ts";
import { applyActionsIn } from "./macros/apply.server.ts";
import { demandFilled } from "./macros/filled.ts";
import type { MacroAction } from "./macros/macro.ts";
import type { MergeSight } from "./merged-in.server.ts";
import { stopIfMovedOn } from "./moved-on.server.ts";
import { checkRecipients } from "./recipients.ts";
import { findPressed, holdPress, wasSaidInChat } from "./pressed.server.ts";
import { attachUploads } from "./reply-files.server.ts";
import { thenDo, type Then } from "./then.server.ts";
import { CHANNELS, previewOf, type ChannelKind, type TicketRef } from "./ticket.ts";

export interface Reply {
  by: { id: string };
  /** what the editor made */
  html: string;
  recipients: Recipients;
  /** uploads of this agent's that go with it; pictures in the text need not be named */
  fileIds: string[];
  /** made once per composed reply by the page: the same key sends nothing again */
  requestKey: string;
  /** the newest message the agent had seen; Send is refused when the thread has moved on */
  seen: string | null;
  /** what their page knew of merges; left out, those don't stop it */
  sight?: MergeSight | undefined;
  /** products and orders shown with it, where it is said in a chat */
  cards?: Card[];
  /** what the macros in it also do to the ticket */
  actions?: MacroAction[];
  /** the raw mail it came as, when the agent answered by mail */
  receivedId?: string;
  /** what becomes of the ticket with it */
  then?: Then;
}

export interface Replied {
  messageId: string;
  /** until when it can be taken back; null where nothing is held: what is said in a chat */
  holdUntil: Date | null;
}

/** How long a mail waits for its agent to think again, in seconds. */
export const HOLD_SECONDS = 10;

/** Who answers by mail, or has read it already, has had time to think. */
export const AT_ONCE = 0;

/**
 * Queues a reply. Whoever it is addressed to, the ticket keeps its customer. While a chat is going on in the ticket it is
 * said there, to its visitor alone.
 * Throws thread-moved-on (detail.newest), key-reused, cannot-reply, invalid, too-large.
 * Returns the message, the earlier one when the same key was sent before.
 */
export const replyToTicket = (ticket: TicketRef, reply: Reply): Promise<Replied> =>
  db.$transaction((tx) => replyIn(tx, ticket, reply, HOLD_SECONDS));

/** The same in the caller's transaction; a mail waits `holdSeconds` before it leaves. */
export async function replyIn(
  tx: Tx,
  ticket: TicketRef,
  reply: Reply,
  holdSeconds: number,
): Promise<Replied> {
  const written = readWritten(reply.html);
  if (!written.text && !written.pictures.length && !reply.fileIds.length && !reply.cards?.length)
    throw new AppError("invalid", { fields: ["html"] });
  demandFilled(written.html);
  await holdPress(tx, ticket, reply.requestKey);
  const current = await lockTicket(tx, ticket);
  const chat = await chatToAnswer(tx, ticket);
  const toVisitor = chat !== null || (await wasSaidInChat(tx, ticket, reply.requestKey));
  const recipients = toVisitor ? NOBODY : checkRecipients(reply.recipients);
  const fileIds = [...reply.fileIds, ...written.pictures];
  const earlier = await findPressed(tx, ticket, { ...reply, html: written.html, fileIds, recipients });
  if (earlier) return { messageId: earlier.id, holdUntil: earlier.holdUntil };
  // In a chat both write at the same time; only a colleague's answer is in the way of theirs.
  await stopIfMovedOn(tx, ticket, reply, reply.by, chat ? { kind: "outbound" } : {});
  await dropDraftOf(tx, ticket, { agentId: reply.by.id, requestKey: reply.requestKey });
  return queueReply(tx, { ...ticket, ...current }, reply, { written, recipients, holdSeconds, chat });
}

interface Checked {
  written: Written;
  recipients: Recipients;
  holdSeconds: number;
  chat: LiveChat | null;
}

async function queueReply(
  tx: Tx,
  ticket: TicketRef & Head & { channel: string },
  reply: Reply,
  { written, recipients, holdSeconds, chat }: Checked,
): Promise<Replied> {
  const { workspaceId, id: ticketId } = ticket;
  const channel = chat ? "chat" : CHANNELS[ticket.channel as ChannelKind].answersBy;
  const messageId = newId();
  const at = now();
  const place = chat ? await takePlace(tx, ticket, chat, { agent: reply.by, at }) : {};
  const holdUntil = channel === "email" && holdSeconds ? later(at, holdSeconds * SECOND) : null;
  await tx.message.create({
    data: {
      workspaceId,
      id: messageId,
      ticketId,
      kind: "outbound",
      channel,
      ...place,
      cards: chat ? (reply.cards ?? []) : [],
      requestKey: reply.requestKey,
      receivedId: reply.receivedId ?? null,
      authorId: reply.by.id,
      text: written.text,
      html: written.html,
      recipients: { to: asJson(recipients.to), cc: asJson(recipients.cc), bcc: asJson(recipients.bcc) },
      delivery: "queued",
      holdUntil,
      createdAt: at,
    },
  });
  const names = await attachUploads(
    tx,
    { workspaceId, messageId, agentId: reply.by.id },
    reply.fileIds,
    written,
  );
  await tx.ticket.update({
    where: { workspaceId_id: { workspaceId, id: ticketId } },
    data: {
      // Who is there to talk to is no done work: it stays in the Inbox until they leave, or it ends.
      waitingOn: chat ? "us" : "customer",
      preview: previewOf(written.text || [...names, ...titlesOf(reply.cards)].join(", ")),
      lastMessageId: messageId,
      lastMessageAt: at,
    },
  });
  const by = { kind: "agent", id: reply.by.id } as const;
  const { actions = [] } = reply;
  const undo = await applyActionsIn(tx, ticket, actions, { by: reply.by });
  const status = await thenDo(tx, ticket, reply.then ?? null, { by });
  const did = actions.length ? { actions, undo } : {};
  const data = { messageId, before: headOf(ticket), ...did, ...status };
  await recordTicketEvent(tx, ticket, { type: "message-sent", by, data });
  await enqueue(
    tx,
    "deliver-message",
    { workspaceId, messageId },
    holdUntil ? { startAfter: holdSeconds } : {},
  );
  return { messageId, holdUntil };
}

const titlesOf = (cards: Card[] = []): string[] =>
  cards.map((card) => (card.kind === "product" ? card.title : card.name));

const asJson = (people: Recipients["to"]) => people.map(({ name, address }) => ({ name, address }));
