// What a visitor is told by itself when they write: that somebody comes, that it may take a while, or when we are back.
// Never after a human's answer, never twice in one closed period, never because an agent wrote.
import { db, type Tx } from "../db.server.ts";
import { later, MINUTE, now, YEAR } from "../lib/clock.ts";
import { isTimeZone } from "../lib/wall-clock.ts";
import { readSetting } from "../settings/read.server.ts";
import { sayAutomatically } from "../tickets/chat/say.server.ts";
import { lockTicket } from "../tickets/lock.server.ts";
import { availabilityOf, type Available } from "./availability.server.ts";
import { composeChatMessage } from "./chat-messages.ts";

/** Said later than this after their words, that somebody comes soon would be an answer to nothing. */
const FRESH = 10 * MINUTE;
/** Who was answered this recently is talking with somebody, whatever the clock says. */
const TALKING = 15 * MINUTE;

/** Reacts to a visitor's message; `opened`: their conversation began with it. Safe to repeat. */
export async function tellAvailability(
  workspaceId: string,
  messageId: string,
  opened: boolean,
): Promise<void> {
  const chat = await chatOf(db, workspaceId, messageId);
  if (!chat) return;
  const at = now();
  const available = await availabilityOf({ workspaceId, id: chat.storeId }, at);
  if (!isDue(chat, available, { opened, at })) return;
  const place = { workspaceId, storeId: chat.storeId };
  const { visitor, store } = chat;
  const text = composeChatMessage(await readSetting(db, place, "chatMessages"), {
    state: available.state,
    backAt: available.backAt === null ? null : new Date(available.backAt),
    usualMinutes: available.usualMinutes,
    now: at,
    locale: visitor.locale ?? store.locale,
    timeZone: visitor.timeZone && isTimeZone(visitor.timeZone) ? visitor.timeZone : store.timeZone,
  });
  if (!text) return;
  await db.$transaction(async (tx) => {
    await lockTicket(tx, chat.ticket);
    const still = await chatOf(tx, workspaceId, messageId);
    if (!still || still.ticket.id !== chat.ticket.id || !isDue(still, available, { opened, at })) return;
    const until = available.backAt === null ? later(at, YEAR) : new Date(available.backAt);
    const told = available.state === "closed" ? { toldClosedUntil: until } : {};
    await sayAutomatically(tx, still.ticket, still, { text, at, ...told });
  });
}

/** Whether they are to be told that, as things stand. */
function isDue(chat: Chat, { state }: Available, { opened, at }: { opened: boolean; at: Date }): boolean {
  const { lastAgentAt, toldClosedUntil } = chat;
  if (state === "closed")
    return !(toldClosedUntil && toldClosedUntil > at) && !(lastAgentAt && lastAgentAt > later(at, -TALKING));
  const fresh = chat.saidAt > later(at, -FRESH);
  return opened && fresh && !chat.offline && !lastAgentAt && !chat.told;
}

type Chat = NonNullable<Awaited<ReturnType<typeof chatOf>>>;

/** The conversation a visitor's message belongs to, and where it stands; null when it is over, or spam. */
async function chatOf(client: Tx, workspaceId: string, messageId: string) {
  const message = await client.message.findUnique({
    where: { workspaceId_id: { workspaceId, id: messageId } },
    select: { kind: true, chatId: true, createdAt: true, ticketId: true, ticket: { select: { spam: true } } },
  });
  if (message?.kind !== "inbound" || !message.chatId || message.ticket.spam) return null;
  const { chatId } = message;
  const chat = await client.chat.findUnique({
    where: { workspaceId_ticketId: { workspaceId, ticketId: chatId } },
    select: {
      workspaceId: true,
      ticketId: true,
      storeId: true,
      state: true,
      offline: true,
      lastAgentAt: true,
      toldClosedUntil: true,
      visitor: { select: { locale: true, timeZone: true } },
      store: { select: { locale: true, timeZone: true } },
    },
  });
  if (!chat || chat.state === "ended") return null;
  const told = await client.message.findFirst({
    where: { workspaceId, chatId, automatic: true },
    select: { id: true },
  });
  const ticket = { workspaceId, id: message.ticketId };
  return { ...chat, ticket, saidAt: message.createdAt, told: told !== null };
}
