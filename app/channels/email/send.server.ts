// A reply leaves as e-mail: from the ticket's brand, to those it is addressed to; answers always come back to us.
import { db, type Tx } from "../../db.server.ts";
import { splitForward } from "../../mail/forwarded.ts";
import { queueMail } from "../../mail/outbox.server.ts";
import type { Recipients } from "../../mail/person.ts";
import { replyAddressOf } from "../../mail/reply-token.server.ts";
import { composeQuote } from "../../mail/templates/quote.ts";
import { composeReply } from "../../mail/templates/reply.ts";
import { readSetting } from "../../settings/read.server.ts";
import { noteDelivery } from "../../tickets/delivery.server.ts";
import { lockTicket } from "../../tickets/lock.server.ts";
import { signatureOf } from "../../tickets/signature.ts";
import { showNumber } from "../../tickets/ticket.ts";
import { senderAddressNow } from "../../workspace/sender.server.ts";
import type { Channel, OutgoingMessage } from "../channel.ts";
import { historyFor } from "./history.server.ts";

export const emailChannel: Channel = {
  kind: "email",
  send: (message) => db.$transaction((tx) => queueReply(tx, message)),
};

async function queueReply(tx: Tx, message: OutgoingMessage): Promise<void> {
  const { workspaceId, ticketId } = message;
  // Whoever takes a reply back holds this lock too: it has left, or it is gone, and never both.
  await lockTicket(tx, { workspaceId, id: ticketId });
  const current = await tx.message.findUnique({
    where: { workspaceId_id: { workspaceId, id: message.id } },
    select: {
      delivery: true,
      author: { select: { signature: true } },
      files: { select: { id: true }, orderBy: { id: "asc" } },
    },
  });
  if (current?.delivery !== "queued") return;
  const ticket = await readTicket(tx, message);
  // A forward goes to whom it was addressed, and never to the customer by itself.
  const recipients = message.forward ? message.recipients : addressed(message.recipients, ticket.customer);
  const [first, ...alsoTo] = recipients.to;
  if (!first) return noteDelivery(tx, message, "failed", "no-address");
  const { store, brand } = ticket;
  const settings = await readSetting(tx, { workspaceId, storeId: store.id }, "email");
  const queued = await queueMail(tx, {
    workspaceId,
    kind: "reply",
    requestKey: `reply:${message.id}:${await timesResent(tx, message)}`,
    ticketId,
    messageId: message.id,
    senderName: brand.senderName,
    senderAddress: await senderAddressNow(tx, brand),
    to: first.address,
    alsoTo,
    cc: recipients.cc,
    bcc: recipients.bcc,
    files: current.files.map(({ id }) => id),
    replyTo: await replyAddressOf(tx, ticket),
    // Whoever gets a forward has not seen the conversation's mails.
    references: message.forward ? [] : await referencesOf(tx, ticket),
    automatic: false,
    trackOpens: settings.trackOpens,
    ...composeReply({
      ...(await wordsOf(tx, { ...message, recipients }, { ticket, quotes: settings.quoteHistory })),
      signature: signatureOf(current.author, brand),
      subject: ticket.subject,
      number: showNumber(store.workspace.ticketPrefix, ticket.number),
      begins: message.forward ? "Fwd" : (await opensTicket(tx, message)) ? null : "Re",
    }),
  });
  if (!queued) return;
  await tx.mailReference.create({ data: { workspaceId, messageId: queued.internetId, ticketId } });
  await noteDelivery(tx, message, "sending", null);
}

const readTicket = (tx: Tx, { workspaceId, ticketId }: OutgoingMessage) =>
  tx.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: ticketId } },
    include: { brand: true, customer: true, store: { include: { workspace: true } } },
  });

type Ticket = Awaited<ReturnType<typeof readTicket>>;

/** What was written, and what stands below it: what was said before, or what is passed on. */
async function wordsOf(
  tx: Tx,
  message: OutgoingMessage,
  { ticket, quotes }: { ticket: Ticket; quotes: boolean },
) {
  if (message.forward) {
    const { own, passed } = splitForward(message);
    return { ...own, quote: passed };
  }
  const { store } = ticket;
  const said = quotes ? await historyFor(tx, ticket, message) : [];
  const quote = composeQuote(said, { locale: ticket.locale ?? store.locale, timeZone: store.timeZone });
  return { text: message.text, html: message.html, quote };
}

/** A message that names nobody goes to the ticket's customer. */
function addressed(given: Recipients, customer: { name: string; email: string | null } | null): Recipients {
  if (given.to.length || !customer?.email) return given;
  return { ...given, to: [{ name: customer.name, address: customer.email }] };
}

const timesResent = (tx: Tx, { workspaceId, id: messageId }: OutgoingMessage): Promise<number> =>
  tx.outgoingMail.count({
    where: { workspaceId, messageId, state: { in: ["failed", "bounced", "unknown"] } },
  });

/** Whether an agent began the conversation, and this is how: then it answers nothing. */
const opensTicket = async (tx: Tx, { workspaceId, id, ticketId, createdAt }: OutgoingMessage) =>
  (await tx.message.count({
    where: { workspaceId, ticketId, id: { not: id }, createdAt: { lte: createdAt } },
  })) === 0;

/** The ids seen in this conversation, oldest first: the customer's client threads by them. */
async function referencesOf(tx: Tx, ticket: { workspaceId: string; id: string }): Promise<string[]> {
  const rows = await tx.mailReference.findMany({
    where: { workspaceId: ticket.workspaceId, ticketId: ticket.id },
    orderBy: { createdAt: "asc" },
    select: { messageId: true },
    take: 200,
  });
  return rows.map((row) => row.messageId);
}
