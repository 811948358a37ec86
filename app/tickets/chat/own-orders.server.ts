import { db } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import type { TicketRef } from "../ticket.ts";
import type { Card } from "./card.ts";
import { liveChatOf } from "./live-chat.server.ts";

/**
 * An order is shown only to somebody who has proven whose it is, never to a visitor whose chat was merged into somebody
 * else's ticket. Throws invalid ({ field }) otherwise.
 */
export async function demandOwnOrders({ workspaceId, id }: TicketRef, cards: Card[]): Promise<void> {
  if (!cards.some(({ kind }) => kind === "order")) return;
  const ticket = await db.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { identity: true, customerId: true },
  });
  const isProven = ticket?.identity === "verified" && (await isHeardBy({ workspaceId, id }, ticket));
  if (!isProven) throw new AppError("invalid", { field: "cards" });
}

/** Whether what is said in its chat is said to the ticket's own customer. */
async function isHeardBy(
  { workspaceId, id }: TicketRef,
  { customerId }: { customerId: string | null },
): Promise<boolean> {
  const chat = await liveChatOf(db, { workspaceId, id });
  if (!chat || chat.ticketId === id) return true;
  return (await db.visitor.count({ where: { workspaceId, id: chat.visitorId, customerId } })) > 0;
}
