// The one list of reactions: whatever should happen because something happened to a ticket is a line here.
import { expectedOf } from "../automation/expected.server.ts";
import { tellAvailability } from "../automation/tell-availability.server.ts";
import { acknowledge } from "../channels/acknowledge.server.ts";
import { db } from "../db.server.ts";
import type { TicketEventType } from "../events/event.ts";
import { mailAboutHeldAnswer } from "../notifications/mail-held.server.ts";
import { mailAgents } from "../notifications/mail-agents.server.ts";
import { mailMentions } from "../notifications/mail-mentions.server.ts";
import { ring } from "../notifications/ring.server.ts";
import { judgeLatest, judgeMessage } from "../tickets/risk.server.ts";
import { indexTicket } from "../tickets/search/index.server.ts";
import { enqueue } from "./queue.server.ts";

/** After these a ticket is found by the same words as before. */
const SAYS_NOTHING_NEW: ReadonlySet<string> = new Set<TicketEventType>([
  "delivery-changed",
  "recipient-missed",
  "closed",
  "reopened",
  "assigned",
  "unassigned",
  "restored",
  "acknowledgement-withheld",
  "marked-spam",
  "not-spam",
  "snoozed",
  "woken",
  "raised",
  "archived",
  "priority-changed",
  "label-added",
  "label-removed",
  "department-changed",
  "order-action-asked",
  "order-action-declined",
  "order-action-done",
  "order-action-failed",
  "identity-confirmed",
  "identity-doubted",
  "order-at-risk",
  "order-out-of-risk",
  "chat-started",
  "chat-accepted",
  "chat-ended",
  "chat-rated",
  "chat-followed-up",
  "chat-unreachable",
  "transcript-sent",
  "visitor-blocked",
  "visitor-unblocked",
]);

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
  const data = event.data as {
    messageId?: string;
    automatic?: boolean;
    agentId?: string;
    askedById?: string;
  };
  if (!SAYS_NOTHING_NEW.has(event.type)) await indexTicket(ticket);
  const opened = event.type === "ticket-opened";
  await ring({ ...event, ticketId: event.ticketId, data });
  if ((opened || event.type === "message-received") && data.messageId && !data.automatic) {
    await tellAvailability(workspaceId, data.messageId, opened);
    await acknowledge(ticket, data.messageId, opened, expectedOf);
    await judgeMessage(ticket, data.messageId);
    await askWhoItIs(workspaceId, data.messageId);
    await askWhoseOrderItIs(workspaceId, data.messageId);
    const causedBy = event.actorKind === "agent" ? event.actorId : null;
    await mailAgents(ticket, data.messageId, { opened, causedBy });
  }
  if (event.type === "answer-held" && data.messageId && data.agentId)
    await mailAboutHeldAnswer(ticket, data.messageId, data.agentId);
  if (event.type === "merged") await judgeLatest(ticket);
  if (event.type === "note-added" && data.messageId) await mailMentions(ticket, data.messageId);
  // Taken for a robot's at first, so they have not heard from us yet.
  if (event.type === "not-spam" && data.messageId)
    await acknowledge(ticket, data.messageId, true, expectedOf);
}

/** The customer named an order: Shopify can say whether it is theirs. */
async function askWhoseOrderItIs(workspaceId: string, messageId: string): Promise<void> {
  const message = await db.message.findUnique({
    where: { workspaceId_id: { workspaceId, id: messageId } },
    select: { customerId: true, ticket: { select: { orderName: true, shopifyOrderId: true } } },
  });
  if (!message?.customerId || !message.ticket.orderName || message.ticket.shopifyOrderId) return;
  await db.$transaction((tx) => enqueue(tx, "link-order", { workspaceId, messageId }));
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
