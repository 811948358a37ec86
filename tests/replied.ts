// A reply on its way out, and what became of it.
import { callsWith, sandbox } from "./setup/sandbox.ts";
import { deliver } from "../app/channels/deliver.server.ts";
import { db } from "../app/db.server.ts";
import { handlers } from "../app/jobs/handlers.server.ts";
import { newId } from "../app/lib/id.ts";
import { NOBODY } from "../app/mail/person.ts";
import { textToHtml } from "../app/mail/text.ts";
import { replyToTicket, type Reply } from "../app/tickets/reply.server.ts";
import { makeConversation } from "./factories.ts";

/** What an agent's page sends with Send: a reply to one person, unless told otherwise. */
export const writtenReply = (
  { agent, customer }: { agent: { id: string }; customer: { name: string; email: string | null } },
  text: string,
  given: Partial<Reply> & { seen: string | null },
): Reply => ({
  by: agent,
  html: textToHtml(text),
  recipients: { ...NOBODY, to: customer.email ? [{ name: customer.name, address: customer.email }] : [] },
  fileIds: [],
  requestKey: newId(),
  ...given,
});

/** A conversation whose reply stands ready to go out. */
export async function replied(text = "Hej Nils! Vi byter den.", given: Partial<Reply> = {}) {
  const talk = await makeConversation();
  const reply = writtenReply(talk, text, { seen: talk.message.id, ...given });
  const { messageId } = await replyToTicket(talk.ticket, reply);
  await deliver({ workspaceId: talk.workspace.id, messageId });
  return { ...talk, messageId, to: talk.customer.email ?? "" };
}

export type Replied = Awaited<ReturnType<typeof replied>>;

/** The mails its message has become, oldest first. */
export const mailsOf = ({ workspace, messageId }: Replied) =>
  db.outgoingMail.findMany({
    where: { workspaceId: workspace.id, messageId },
    orderBy: { createdAt: "asc" },
  });

/** The last of them. Throws when there is none. */
export async function newestMail(talk: Replied) {
  const mail = (await mailsOf(talk)).at(-1);
  if (!mail) throw new Error("no mail was queued");
  return mail;
}

export const messageOf = ({ workspace, messageId }: Replied) =>
  db.message.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId: workspace.id, id: messageId } } });

export const ticketOf = ({ workspace, ticket }: Replied) =>
  db.ticket.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId: workspace.id, id: ticket.id } } });

/** What the worker does with the job: again after each failure, until it is done or the tries are over. */
export async function send(talk: Replied, { retries = 8 } = {}): Promise<{ tries: number; done: boolean }> {
  const { workspaceId, id: mailId } = await newestMail(talk);
  for (let tries = 0; tries <= retries; tries++) {
    const done = await handlers["send-mail"]({ workspaceId, mailId }, { lastTry: tries === retries }).then(
      () => true,
      () => false,
    );
    if (done) return { tries: tries + 1, done };
  }
  return { tries: retries + 1, done: false };
}

/** What the provider was asked about it. */
export const calls = (talk: Replied) => callsWith("/email", talk.to);
/** What has left for its customer. */
export const arrived = (talk: Replied) =>
  sandbox.state.mail.sent.filter((mail) => mail.to.some(({ email }) => email === talk.to));
