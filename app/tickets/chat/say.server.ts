// What we say in a chat, in the transaction that writes the message: it gets its place, and the clocks start anew.
import type { Tx } from "../../db.server.ts";
import { recordTicketEvent } from "../../events/record.server.ts";
import { later } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { readSetting } from "../../settings/read.server.ts";
import type { TicketRef } from "../ticket.ts";
import { acceptIn } from "./accept.server.ts";
import { FOLLOW_UP_AFTER, isAnsweredInChat, silenceAfter } from "./chat.ts";
import { liveChatOf, type LiveChat } from "./live-chat.server.ts";
import { touchChat, type ChatRef } from "./touch.server.ts";

/** The chat a reply to this ticket would be said in; null when it goes by e-mail. */
export async function chatToAnswer(tx: Tx, ticket: TicketRef): Promise<LiveChat | null> {
  const chat = await liveChatOf(tx, ticket);
  if (!chat) return null;
  const lastCameBy = chat.goneAt ? await lastChannelOf(tx, ticket) : null;
  return isAnsweredInChat({ ...chat, lastCameBy }) ? chat : null;
}

/** The place of an agent's reply. Whoever answers a chat that waits has taken it. The caller holds the ticket's lock. */
export async function takePlace(
  tx: Tx,
  ticket: TicketRef,
  chat: LiveChat,
  { agent, at }: { agent: { id: string }; at: Date },
): Promise<{ chatId: string; chatSeq: number }> {
  const { silenceMinutes } = await readSetting(tx, chat, "chat");
  if (chat.state === "waiting") await acceptIn(tx, ticket, chat, agent);
  const chatSeq = await touchChat(tx, chat, {
    lastAgentAt: at,
    agentReadAt: at,
    silenceAt: silenceAfter(at, chat, silenceMinutes),
    followUpAt: later(at, FOLLOW_UP_AFTER),
  });
  return { chatId: chat.ticketId, chatSeq };
}

/**
 * Says something nobody of us wrote. It is no answer: the ticket waits for one as before, and the list shows the
 * visitor's words. `chat` is what changes of the chat with it. Returns the message's id.
 */
export async function sayAutomatically(
  tx: Tx,
  { workspaceId, id: ticketId }: TicketRef,
  chat: ChatRef,
  { text, at, ...changes }: { text: string; at: Date; toldClosedUntil?: Date },
): Promise<string> {
  const chatSeq = await touchChat(tx, chat, changes);
  const id = newId();
  await tx.message.create({
    data: {
      workspaceId,
      id,
      ticketId,
      kind: "outbound",
      channel: "chat",
      automatic: true,
      chatId: chat.ticketId,
      chatSeq,
      text,
      delivery: "sent",
      createdAt: at,
    },
  });
  await recordTicketEvent(
    tx,
    { workspaceId, id: ticketId },
    {
      type: "message-sent",
      by: { kind: "system" },
      data: { messageId: id, automatic: true },
    },
  );
  return id;
}

async function lastChannelOf(tx: Tx, { workspaceId, id: ticketId }: TicketRef): Promise<string | null> {
  const last = await tx.message.findFirst({
    where: { workspaceId, ticketId, kind: "inbound", machine: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { channel: true },
  });
  return last?.channel ?? null;
}
