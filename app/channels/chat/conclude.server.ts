// A visitor ends their conversation, and says how it was.
import { db } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { recordTicketEvent } from "../../events/record.server.ts";
import { now } from "../../lib/clock.ts";
import { readSetting } from "../../settings/read.server.ts";
import { mayBeRated, type ChatState, type EndedBy } from "../../tickets/chat/chat.ts";
import { concludeChat } from "../../tickets/chat/conclude.server.ts";
import { touchChat } from "../../tickets/chat/touch.server.ts";
import { survivorOf } from "../survivor.server.ts";
import type { Visitor } from "./visitor.server.ts";

/** Ends what they have going. Repeating it is harmless. */
export async function endByVisitor({ workspaceId, id: visitorId, customerId }: Visitor): Promise<void> {
  const chat = await db.chat.findFirst({
    where: { workspaceId, visitorId, state: { not: "ended" } },
    select: { ticketId: true },
  });
  if (!chat) return;
  const by = { kind: "customer", id: customerId } as const;
  await concludeChat({ workspaceId, ticketId: chat.ticketId }, "visitor", { by });
}

/** Keeps what they think of the conversation that ended last, once. Throws gone when there is nothing to rate (any more). */
export const rateChat = (
  { workspaceId, id: visitorId, customerId }: Visitor,
  { score, comment }: { score: number; comment?: string | undefined },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const chat = await tx.chat.findFirst({
      where: { workspaceId, visitorId },
      orderBy: { startedAt: "desc" },
      include: { ticket: { select: { spam: true } } },
    });
    const settings = chat && (await readSetting(tx, chat, "chat"));
    if (!chat || !settings?.rating || !mayBeRated({ ...chat, ...states(chat), spam: chat.ticket.spam }))
      throw new AppError("gone");
    const { count } = await tx.chat.updateMany({
      where: { workspaceId, ticketId: chat.ticketId, ratedAt: null },
      data: { rating: score, ratingComment: comment || null, ratedAt: now() },
    });
    if (!count) throw new AppError("gone");
    await touchChat(tx, chat, {});
    const ticket = await survivorOf(tx, workspaceId, chat.ticketId);
    const by = { kind: "customer", id: customerId } as const;
    if (ticket)
      await recordTicketEvent(
        tx,
        { workspaceId, id: ticket.id },
        { type: "chat-rated", by, data: { score } },
      );
  });

const states = ({ state, endedBy }: { state: string; endedBy: string | null }) => ({
  state: state as ChatState,
  endedBy: endedBy as EndedBy | null,
});
