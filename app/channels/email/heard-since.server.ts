import type { Tx } from "../../db.server.ts";
import type { TicketRef } from "../../tickets/ticket.ts";

/**
 * Which of an agent's notifications a mail answers, and whether anybody but them has written in the ticket since
 * the message it told of.
 */
export async function heardSince(
  tx: Tx,
  { workspaceId, id: ticketId }: TicketRef,
  agent: { id: string; email: string | null },
  answers: string[],
): Promise<{ answersNotification: boolean; movedOn: boolean }> {
  if (!agent.email || !answers.length) return { answersNotification: false, movedOn: false };
  const notification = await tx.outgoingMail.findFirst({
    where: {
      workspaceId,
      ticketId,
      kind: "notification",
      toAddress: agent.email,
      internetId: { in: answers },
    },
    orderBy: { createdAt: "desc" },
    select: { messageId: true },
  });
  const told = notification?.messageId
    ? await tx.message.findFirst({
        where: { workspaceId, ticketId, id: notification.messageId, kind: "inbound" },
        select: { createdAt: true },
      })
    : null;
  if (!told) return { answersNotification: false, movedOn: false };
  const since = await tx.message.count({
    where: {
      workspaceId,
      ticketId,
      createdAt: { gt: told.createdAt },
      OR: [
        { kind: "inbound", machine: null },
        { kind: "outbound", forward: false, OR: [{ authorId: null }, { authorId: { not: agent.id } }] },
      ],
    },
  });
  return { answersNotification: true, movedOn: since > 0 };
}
