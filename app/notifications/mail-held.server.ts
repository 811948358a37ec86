// An answer an agent mailed was kept and not sent: they would otherwise believe that it went out.
import { db } from "../db.server.ts";
import { env } from "../env.server.ts";
import { composeHeld } from "../mail/templates/notification.ts";
import { showNumber } from "../tickets/ticket.ts";
import { adminLink } from "./link.server.ts";
import { notify } from "./notify.server.ts";

/** Tells the agent at their own address, whoever it was that wrote. Nothing of what was written goes along. */
export async function mailAboutHeldAnswer(
  ref: { workspaceId: string; id: string },
  messageId: string,
  agentId: string,
): Promise<void> {
  const { workspaceId, id } = ref;
  await db.$transaction(async (tx) => {
    const agent = await tx.agent.findFirst({
      where: { workspaceId, id: agentId, retiredAt: null, role: { not: null } },
      select: { id: true, email: true, locale: true },
    });
    const ticket = await tx.ticket.findUnique({
      where: { workspaceId_id: { workspaceId, id } },
      include: { store: { include: { workspace: { select: { ticketPrefix: true } } } } },
    });
    if (!agent || !ticket) return;
    const { store } = ticket;
    await notify(tx, agent, {
      ticket,
      shopDomain: store.shopDomain,
      messageId,
      requestKey: `answer-held:${messageId}`,
      senderName: "Samla",
      // It is about a note: an answer to it is nobody's answer.
      replyTo: env.MAIL_FROM,
      content: composeHeld({
        locale: agent.locale,
        number: showNumber(store.workspace.ticketPrefix, ticket.number),
        link: adminLink(store.shopDomain, `/app/tickets/${id}`),
      }),
    });
  });
}
