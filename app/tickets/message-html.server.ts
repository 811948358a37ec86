import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { isId } from "../lib/id.ts";
import type { TicketRef } from "./ticket.ts";

/** A message's sanitized HTML; empty when it came as text. Throws not-found. */
export async function readMessageHtml(ticket: TicketRef, messageId: string | undefined): Promise<string> {
  if (!isId(messageId)) throw new AppError("not-found");
  const message = await db.message.findFirst({
    where: { workspaceId: ticket.workspaceId, id: messageId, ticketId: ticket.id, deletedAt: null },
    select: { html: true },
  });
  if (!message) throw new AppError("not-found");
  return message.html ?? "";
}
