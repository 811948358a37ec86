// A chat ends once, for good: by its visitor, by one of us, or by silence. Repeating it is harmless.
import { db, type Tx } from "../../db.server.ts";
import type { Actor } from "../../events/event.ts";
import { recordTicketEvent } from "../../events/record.server.ts";
import { now } from "../../lib/clock.ts";
import { lockTicket } from "../lock.server.ts";
import type { TicketRef } from "../ticket.ts";
import type { EndedBy } from "./chat.ts";
import { leaveToThem } from "./leave-to-them.server.ts";
import { liveChatsOf, type LiveChat } from "./live-chat.server.ts";
import { touchChat } from "./touch.server.ts";

/** An agent ends what is going on in a ticket. The ticket stays as it is. Throws not-found. */
export const endChat = (ticket: TicketRef, { by }: { by: Actor & { kind: "agent" } }): Promise<void> =>
  db.$transaction(async (tx) => {
    await lockTicket(tx, ticket);
    await endChatsIn(tx, ticket, "agent", { by });
  });

/** Ends all that is going on in a ticket, in the caller's transaction, which holds its lock. Returns whether there was any. */
export async function endChatsIn(
  tx: Tx,
  ticket: TicketRef,
  endedBy: EndedBy,
  { by }: { by: Actor },
): Promise<boolean> {
  const live = await liveChatsOf(tx, ticket);
  for (const chat of live) await endOne(tx, ticket, chat, { endedBy, by });
  return live.length > 0;
}

/** Ends one; the ticket is the one its conversation stands in now. `answered`: nothing is left to be said by us there. */
export async function endOne(
  tx: Tx,
  ticket: TicketRef,
  chat: Pick<LiveChat, "workspaceId" | "ticketId" | "lastAgentAt" | "lastVisitorAt">,
  { endedBy, by }: { endedBy: EndedBy; by: Actor },
): Promise<{ answered: boolean }> {
  await touchChat(tx, chat, { state: "ended", endedAt: now(), endedBy, silenceAt: null });
  await recordTicketEvent(tx, ticket, { type: "chat-ended", by, data: { endedBy } });
  return { answered: await leaveToThem(tx, ticket, chat) };
}
