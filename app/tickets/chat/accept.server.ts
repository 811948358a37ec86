// An agent takes a waiting chat: one of them does, whoever else pressed at the same moment.
import { db, type Tx } from "../../db.server.ts";
import { recordTicketEvent } from "../../events/record.server.ts";
import { now } from "../../lib/clock.ts";
import { assignIn } from "../assignment.server.ts";
import { lockTicket } from "../lock.server.ts";
import type { TicketRef } from "../ticket.ts";
import { liveChatOf, type LiveChat } from "./live-chat.server.ts";
import { touchChat } from "./touch.server.ts";

/**
 * Takes the chat that waits in this ticket: it is running from now on, and the agent's. Returns who has it, another one
 * when they were quicker; null when none is going on. Throws not-found.
 */
export const acceptChat = (ticket: TicketRef, agent: { id: string }): Promise<{ agentId: string } | null> =>
  db.$transaction(async (tx) => {
    await lockTicket(tx, ticket);
    const chat = await liveChatOf(tx, ticket);
    if (!chat) return null;
    if (chat.state !== "waiting") return { agentId: chat.acceptedById ?? agent.id };
    await acceptIn(tx, ticket, chat, agent);
    return { agentId: agent.id };
  });

/** The same of a chat that waits, in the caller's transaction, which holds the ticket's lock. The ticket is theirs then. */
export async function acceptIn(
  tx: Tx,
  ticket: TicketRef,
  chat: LiveChat,
  agent: { id: string },
): Promise<void> {
  await touchChat(tx, chat, { state: "running", acceptedAt: now(), acceptedById: agent.id });
  const by = { kind: "agent", id: agent.id } as const;
  await recordTicketEvent(tx, ticket, { type: "chat-accepted", by });
  await assignIn(tx, ticket, agent.id, { by });
}
