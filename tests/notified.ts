// An agent who was mailed that a customer wrote, and what comes to the address of that mail.
import { acceptInbound } from "../app/channels/email/accept.server.ts";
import { db } from "../app/db.server.ts";
import { mailAgents } from "../app/notifications/mail-agents.server.ts";
import { makeConversation } from "./factories.ts";
import { asBody, postmarkMail, type WrittenMail } from "./mail-factory.ts";
import { takeIn } from "./mailbox.ts";

type Headers = [name: string, value: string][];

/** What Postmark puts before a mail that this address's own provider handed over. */
export const honestly = (from: string): Headers => [
  ["Received-SPF", `Pass (sender SPF authorized) identity=mailfrom; envelope-from=${from}`],
  ["X-Spam-Tests", "DKIM_SIGNED,DKIM_VALID,DKIM_VALID_AU,SPF_PASS"],
];

/** And before one that came from elsewhere. */
export const FORGED: Headers = [
  ["Received-SPF", "Softfail identity=mailfrom; envelope-from=bounce@elsewhere.example"],
  ["X-Spam-Tests", "SPF_SOFTFAIL"],
];

/** A conversation whose agent has been mailed its first message. */
export async function notified(given: Awaited<ReturnType<typeof makeConversation>> | null = null) {
  const talk = given ?? (await makeConversation());
  await mailAgents(talk.ticket, talk.message.id, { opened: true, causedBy: null });
  const mail = await db.outgoingMail.findFirstOrThrow({
    where: { workspaceId: talk.workspace.id, kind: "notification", toAddress: talk.agent.email },
  });
  return { ...talk, mail };
}

export type Notified = Awaited<ReturnType<typeof notified>>;

/** A mail to the notification's address: from its agent, honestly, in answer to it, unless told otherwise. */
export function answerTo(
  talk: Notified,
  { verdicts, below = [], ...written }: Partial<WrittenMail> & { verdicts?: Headers; below?: Headers } = {},
) {
  const from = written.from ?? talk.agent.email;
  const payload = postmarkMail({
    from,
    to: talk.mail.replyTo ?? "",
    inReplyTo: talk.mail.internetId,
    subject: `Re: ${talk.mail.subject}`,
    text: `Hej Nils, vi byter den.\n\n${quoted(talk)}`,
    ...written,
  });
  const headers = (list: Headers) => list.map(([Name, Value]) => ({ Name, Value }));
  payload.Headers = [...headers(verdicts ?? honestly(from)), ...payload.Headers, ...headers(below)];
  return payload;
}

/** The notification as Gmail quotes it. */
export const quoted = ({ mail }: Notified): string =>
  `Den lör 21 nov. 2026 kl 10:12 skrev ${mail.fromName} <${mail.fromAddress}>:\n\n${mail.text.replace(/^/gm, "> ")}`;

/** Postmark delivers it, and the worker takes it in. Returns the raw row. */
export async function arrive(payload: ReturnType<typeof answerTo>) {
  await acceptInbound(asBody(payload));
  return takeIn(payload.MessageID);
}

/** What stands in the ticket now, after the customer's first message. */
export const addedTo = ({ workspace, ticket, message }: Notified) =>
  db.message.findMany({
    where: { workspaceId: workspace.id, ticketId: ticket.id, id: { not: message.id } },
    include: { files: true },
    orderBy: { createdAt: "asc" },
  });
