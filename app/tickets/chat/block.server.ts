// A visitor nobody wants to hear from: what they write goes to the spam queue from now on, and they are not told.
import { db, type Tx } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import type { Actor } from "../../events/event.ts";
import { recordTicketEvent } from "../../events/record.server.ts";
import { now } from "../../lib/clock.ts";
import { lockTicket } from "../lock.server.ts";
import { markSpamIn, restoreFromSpamIn } from "../spam.server.ts";
import type { TicketRef } from "../ticket.ts";

type ByAgent = { by: Actor & { kind: "agent" } };

/** Blocks the visitor of this ticket's chat; twice is harmless. Throws not-found where nobody chatted. */
export const blockVisitor = (ticket: TicketRef, { by }: ByAgent): Promise<void> =>
  db.$transaction(async (tx) => {
    await lockTicket(tx, ticket);
    const { workspaceId } = ticket;
    const { count } = await tx.visitor.updateMany({
      where: { workspaceId, id: await visitorIdOf(tx, ticket), blockedAt: null },
      data: { blockedAt: now(), blockedById: by.id },
    });
    if (!count) return;
    await recordTicketEvent(tx, ticket, { type: "visitor-blocked", by });
    await markSpamIn(tx, ticket, { by });
  });

/** Hears from them again; this ticket comes back from the spam queue. */
export const unblockVisitor = (ticket: TicketRef, { by }: ByAgent): Promise<void> =>
  db.$transaction(async (tx) => {
    await lockTicket(tx, ticket);
    const { workspaceId } = ticket;
    const { count } = await tx.visitor.updateMany({
      where: { workspaceId, id: await visitorIdOf(tx, ticket), blockedAt: { not: null } },
      data: { blockedAt: null, blockedById: null },
    });
    if (!count) return;
    await recordTicketEvent(tx, ticket, { type: "visitor-unblocked", by });
    await restoreFromSpamIn(tx, ticket, { by });
  });

/** Of the chat that stands in this ticket, the latest if there are several. */
async function visitorIdOf(tx: Tx, { workspaceId, id: ticketId }: TicketRef): Promise<string> {
  const chat = await tx.chat.findFirst({
    where: { workspaceId, OR: [{ ticketId }, { ticket: { workspaceId, mergedIntoId: ticketId } }] },
    orderBy: { lastVisitorAt: "desc" },
    select: { visitorId: true },
  });
  if (!chat) throw new AppError("not-found");
  return chat.visitorId;
}
