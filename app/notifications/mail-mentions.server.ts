// A colleague named somebody in a note: those who want mails hear of it by mail, too.
import { db } from "../db.server.ts";
import { env } from "../env.server.ts";
import { composeMention } from "../mail/templates/notification.ts";
import { showNumber } from "../tickets/ticket.ts";
import { adminLink } from "./link.server.ts";
import { notify } from "./notify.server.ts";

/** One mail per agent and note, however often it is called. Nothing of what was written goes along. */
export async function mailMentions(
  ref: { workspaceId: string; id: string },
  messageId: string,
): Promise<void> {
  const { workspaceId, id } = ref;
  const told = await db.notification.findMany({
    where: { workspaceId, ticketId: id, messageId, kind: "mention" },
    select: { agent: true },
  });
  if (!told.length) return;
  const note = await db.message.findUnique({
    where: { workspaceId_id: { workspaceId, id: messageId } },
    select: {
      deletedAt: true,
      author: { select: { name: true } },
      ticket: {
        select: {
          number: true,
          store: { select: { shopDomain: true, workspace: { select: { ticketPrefix: true } } } },
        },
      },
    },
  });
  if (!note?.author || note.deletedAt) return;
  const { author, ticket } = note;
  const { shopDomain, workspace } = ticket.store;
  for (const { agent } of told) {
    if (agent.retiredAt || !agent.role || agent.notifyByMail === "none") continue;
    await db.$transaction((tx) =>
      notify(tx, agent, {
        ticket: ref,
        shopDomain,
        messageId,
        requestKey: `mention:${messageId}:${agent.id}`,
        senderName: "Samla",
        // It is about a note: an answer to it is nobody's answer.
        replyTo: env.MAIL_FROM,
        content: composeMention({
          locale: agent.locale,
          number: showNumber(workspace.ticketPrefix, ticket.number),
          by: author.name,
          link: adminLink(shopDomain, `/app/tickets/${id}`),
        }),
      }),
    );
  }
}
