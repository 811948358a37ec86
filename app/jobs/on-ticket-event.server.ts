// The one list of reactions: whatever should happen because something happened to a ticket is a line here.
import { acknowledge } from "../channels/acknowledge.server.ts";
import { db } from "../db.server.ts";
import { mailAboutHeldAnswer } from "../notifications/mail-held.server.ts";
import { mailAgents } from "../notifications/mail-agents.server.ts";
import { enqueue } from "./queue.server.ts";

/** Runs the reactions to one event. Every reaction is safe to repeat: a job may run again after a crash. */
export async function onTicketEvent({
  workspaceId,
  eventId,
}: {
  workspaceId: string;
  eventId: string;
}): Promise<void> {
  const event = await db.event.findUnique({ where: { workspaceId_id: { workspaceId, id: eventId } } });
  if (!event?.ticketId) return;
  const ticket = { workspaceId, id: event.ticketId };
  const data = event.data as { messageId?: string; automatic?: boolean; agentId?: string };
  const opened = event.type === "ticket-opened";
  if ((opened || event.type === "message-received") && data.messageId && !data.automatic) {
    await acknowledge(ticket, data.messageId, opened);
    await askWhoItIs(workspaceId, data.messageId);
    const causedBy = event.actorKind === "agent" ? event.actorId : null;
    await mailAgents(ticket, data.messageId, { opened, causedBy });
  }
  if (event.type === "answer-held" && data.messageId && data.agentId)
    await mailAboutHeldAnswer(ticket, data.messageId, data.agentId);
}

/** The shopper was signed in: Shopify can say whether the address they typed is theirs. */
async function askWhoItIs(workspaceId: string, messageId: string): Promise<void> {
  const message = await db.message.findUnique({
    where: { workspaceId_id: { workspaceId, id: messageId } },
    select: { shopifyId: true },
  });
  if (!message?.shopifyId) return;
  await db.$transaction((tx) => enqueue(tx, "confirm-identity", { workspaceId, messageId }));
}
