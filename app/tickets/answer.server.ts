// What a new reply to a ticket would be: to whom, from whom, and what is added to it.
import type { Tx } from "../db.server.ts";
import { NOBODY, readRecipients, type Person, type Recipients } from "../mail/person.ts";
import { readSetting } from "../settings/read.server.ts";
import { senderAddressNow } from "../workspace/sender.server.ts";
import { addressAnswer, type Answered } from "./answer.ts";
import { ourAddresses } from "./our-addresses.server.ts";
import { signatureOf } from "./signature.ts";
import type { TicketRef } from "./ticket.ts";

export interface Answer extends Recipients {
  from: Person;
  /** the agent's and the brand's; empty for none */
  signature: string;
  /** whether what was said before goes with it */
  quotes: boolean;
}

interface Answerable {
  workspaceId: string;
  id: string;
  storeId: string;
  brand: { workspaceId: string; senderName: string; senderAddress: string | null; signature: string };
  customer: { name: string; email: string | null } | null;
}

/** The answer this agent would give now. */
export async function readAnswer(client: Tx, ticket: Answerable, agent: { id: string }): Promise<Answer> {
  const { workspaceId, id: ticketId, storeId, brand, customer } = ticket;
  const [answered, participants, isOurs, address, writer, settings] = await Promise.all([
    messageAnswered(client, workspaceId, ticketId),
    client.ticketParticipant.findMany({
      where: { workspaceId, ticketId },
      orderBy: [{ createdAt: "asc" }, { address: "asc" }],
    }),
    ourAddresses(client, workspaceId),
    senderAddressNow(client, brand),
    client.agent.findUnique({
      where: { workspaceId_id: { workspaceId, id: agent.id } },
      select: { signature: true },
    }),
    readSetting(client, { workspaceId, storeId }, "email"),
  ]);
  return {
    ...addressAnswer({
      answered,
      customer: customer?.email ? { name: customer.name, address: customer.email } : null,
      participants: participants.map(({ name, address }) => ({ name, address })),
      isOurs,
    }),
    from: { name: brand.senderName, address },
    signature: signatureOf(writer, brand),
    quotes: settings.quoteHistory,
  };
}

/** To whom an answer of theirs would go, and what they would have to have seen. Throws when the ticket is gone. */
export async function answerableOf(
  tx: Tx,
  { workspaceId, id }: TicketRef,
  agent: { id: string },
): Promise<{ lastMessageId: string | null; recipients: Recipients }> {
  const ticket = await tx.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id } },
    include: { brand: true, customer: { select: { name: true, email: true } } },
  });
  const { to, cc, bcc } = await readAnswer(tx, ticket, agent);
  return { lastMessageId: ticket.lastMessageId, recipients: { to, cc, bcc } };
}

/**
 * The newest message a person wrote to us. An unverified sender gets nothing by themselves, and neither do those
 * they copied: an agent lets them in first.
 */
async function messageAnswered(client: Tx, workspaceId: string, ticketId: string): Promise<Answered | null> {
  const message = await client.message.findFirst({
    where: {
      workspaceId,
      ticketId,
      kind: "inbound",
      machine: null,
      OR: [{ senderProof: null }, { senderProof: { not: "unverified" } }],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { fromName: true, fromAddress: true, recipients: true, authenticated: true },
  });
  if (!message) return null;
  const { fromName, fromAddress } = message;
  return {
    from: fromAddress
      ? { name: fromName === fromAddress ? "" : (fromName ?? ""), address: fromAddress }
      : null,
    // Anybody can write in the customer's name and copy themselves in.
    recipients: message.authenticated ? readRecipients(message.recipients) : NOBODY,
  };
}
