// One notification mail to one agent, within a cap: a flood of mail must not become a flood of notifications.
import { holdLock, type Tx } from "../db.server.ts";
import { env } from "../env.server.ts";
import { HOUR, later, now } from "../lib/clock.ts";
import { queueMail } from "../mail/outbox.server.ts";
import { composeMoreInInbox } from "../mail/templates/notification.ts";
import { adminLink } from "./link.server.ts";

export const MOST_PER_HOUR = 60;

export interface Notice {
  ticket: { workspaceId: string; id: string };
  shopDomain: string;
  messageId: string | null;
  requestKey: string;
  senderName: string;
  replyTo: string;
  content: { subject: string; text: string; html: string };
}

/** Queues the mail; beyond the cap one mail an hour says that there is more. Asking again changes nothing. */
export async function notify(
  tx: Tx,
  agent: { id: string; email: string; locale: string },
  notice: Notice,
): Promise<void> {
  const { workspaceId, id: ticketId } = notice.ticket;
  if (await comesBackToUs(tx, agent.email)) return;
  await holdLock(tx, `notify:${workspaceId}:${agent.id}`);
  const key = { workspaceId, requestKey: notice.requestKey };
  if (await tx.outgoingMail.findUnique({ where: { workspaceId_requestKey: key }, select: { id: true } }))
    return;
  if (await capReached(tx, workspaceId, agent.email)) return sayThereIsMore(tx, agent, notice);
  await queueMail(tx, {
    ...letter(notice, agent),
    ...notice.content,
    requestKey: notice.requestKey,
    ticketId,
    messageId: notice.messageId,
    references: await earlierOf(tx, { workspaceId, ticketId, toAddress: agent.email }),
  });
}

const letter = (notice: Notice, agent: { email: string }) => ({
  workspaceId: notice.ticket.workspaceId,
  kind: "notification" as const,
  senderName: notice.senderName,
  to: agent.email,
  replyTo: notice.replyTo,
  automatic: true,
});

/** A staff address that forwards to us would make a message of every notification. */
async function comesBackToUs(tx: Tx, address: string): Promise<boolean> {
  if (address === env.MAIL_FROM.toLowerCase()) return true;
  if (address.endsWith(`@${env.POSTMARK_INBOUND_ADDRESS.split("@")[1]}`)) return true;
  return (await tx.inboundAddress.findUnique({ where: { address }, select: { token: true } })) !== null;
}

const capReached = async (tx: Tx, workspaceId: string, toAddress: string): Promise<boolean> =>
  (await tx.outgoingMail.count({
    where: { workspaceId, toAddress, kind: "notification", createdAt: { gt: later(now(), -HOUR) } },
  })) >= MOST_PER_HOUR;

async function sayThereIsMore(
  tx: Tx,
  agent: { id: string; email: string; locale: string },
  notice: Notice,
): Promise<void> {
  const hour = now().toISOString().slice(0, 13);
  await queueMail(tx, {
    ...letter(notice, agent),
    ...composeMoreInInbox({
      locale: agent.locale,
      link: adminLink(notice.shopDomain, "/app/tickets"),
    }),
    requestKey: `notifications-paused:${agent.id}:${hour}`,
    // It is about no ticket: an answer to it goes nowhere.
    senderName: "Samla",
    replyTo: env.MAIL_FROM,
    ticketId: null,
    messageId: null,
    references: [],
  });
}

/** The notifications of the same ticket before it, so that the agent's mail program keeps them together. */
async function earlierOf(
  tx: Tx,
  { workspaceId, ticketId, toAddress }: { workspaceId: string; ticketId: string; toAddress: string },
): Promise<string[]> {
  const rows = await tx.outgoingMail.findMany({
    where: { workspaceId, ticketId, toAddress, kind: "notification" },
    orderBy: { createdAt: "desc" },
    select: { internetId: true },
    take: 10,
  });
  return rows.map(({ internetId }) => internetId).reverse();
}
