// A customer wrote: the agents who want to hear of it by mail do, and may answer that mail.
import { db, type Tx } from "../db.server.ts";
import { agentReplyAddressOf } from "../mail/reply-token.server.ts";
import { composeNotification } from "../mail/templates/notification.ts";
import { withAnswers } from "../tickets/answers.ts";
import { showNumber } from "../tickets/ticket.ts";
import { adminLink } from "./link.server.ts";
import { notify } from "./notify.server.ts";
import { wantsMail } from "./wants.ts";

/** Mails the agents about a message a person wrote. One mail per agent and message, however often it is called. */
export async function mailAgents(
  ticket: { workspaceId: string; id: string },
  messageId: string,
  { opened, causedBy }: { opened: boolean; causedBy: string | null },
): Promise<void> {
  const { workspaceId } = ticket;
  const message = await readMessage(workspaceId, messageId);
  if (message?.kind !== "inbound" || message.machine || message.ticket.spam) return;
  // Who chats writes line by line: that somebody does is worth a mail, each line is not.
  if (message.channel === "chat" && !opened) return;
  const facts = {
    opened,
    assigneeId: message.ticket.assigneeId,
    authors: await authorsOf(workspaceId, ticket.id),
  };
  const team = await db.agent.findMany({
    where: { workspaceId, retiredAt: null, role: { not: null }, notifyByMail: { not: "none" } },
    select: { id: true, email: true, locale: true, notifyByMail: true },
    orderBy: { id: "asc" },
  });
  for (const agent of team) {
    const causedIt = agent.id === causedBy || agent.email === message.fromAddress;
    if (!causedIt && wantsMail(agent, facts)) await db.$transaction((tx) => tell(tx, agent, message));
  }
}

const readMessage = (workspaceId: string, id: string) =>
  db.message.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    include: {
      files: { where: { inline: false }, select: { name: true }, orderBy: { id: "asc" } },
      ticket: {
        include: {
          customer: { select: { name: true, email: true } },
          brand: { select: { senderName: true } },
          store: { include: { workspace: { select: { ticketPrefix: true } } } },
        },
      },
    },
  });

type Said = NonNullable<Awaited<ReturnType<typeof readMessage>>>;

async function authorsOf(workspaceId: string, ticketId: string): Promise<string[]> {
  const rows = await db.message.findMany({
    where: { workspaceId, ticketId, kind: "outbound", forward: false, authorId: { not: null } },
    distinct: ["authorId"],
    select: { authorId: true },
  });
  return rows.flatMap(({ authorId }) => authorId ?? []);
}

async function tell(
  tx: Tx,
  agent: { id: string; email: string; locale: string },
  message: Said,
): Promise<void> {
  const { ticket } = message;
  const { store, customer } = ticket;
  const who = message.fromName || message.fromAddress || "?";
  await notify(tx, agent, {
    ticket,
    shopDomain: store.shopDomain,
    messageId: message.id,
    requestKey: `notification:${message.id}:${agent.id}`,
    senderName: `${who} · ${store.name}`,
    replyTo: await agentReplyAddressOf(tx, ticket, agent.id),
    content: composeNotification({
      locale: agent.locale,
      number: showNumber(store.workspace.ticketPrefix, ticket.number),
      subject: ticket.subject,
      from: message.fromName && message.fromAddress ? `${who} <${message.fromAddress}>` : who,
      unverified: message.senderProof === "unverified",
      store: ticket.brand.senderName,
      text: withAnswers(message.trimmed ?? message.text, message.answers),
      files: message.files.map(({ name }) => name),
      link: adminLink(store.shopDomain, `/app/tickets/${ticket.id}`),
      answerReaches: customer?.email ? customer.name : null,
    }),
  });
}
