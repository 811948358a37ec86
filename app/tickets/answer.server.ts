// What a new reply to a ticket would be: to whom, from whom, and what is added to it.
import { db } from "../db.server.ts";
import { readRecipients, type Person, type Recipients } from "../mail/person.ts";
import { readSetting } from "../settings/read.server.ts";
import { senderAddressNow } from "../workspace/sender.server.ts";
import { addressAnswer, type Answered } from "./answer.ts";
import { ourAddresses } from "./our-addresses.server.ts";
import { signatureOf } from "./signature.ts";

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
export async function readAnswer(ticket: Answerable, agent: { id: string }): Promise<Answer> {
  const { workspaceId, id: ticketId, storeId, brand, customer } = ticket;
  const [answered, participants, isOurs, address, writer, settings] = await Promise.all([
    messageAnswered(workspaceId, ticketId),
    db.ticketParticipant.findMany({
      where: { workspaceId, ticketId },
      orderBy: [{ createdAt: "asc" }, { address: "asc" }],
    }),
    ourAddresses(workspaceId),
    senderAddressNow(db, brand),
    db.agent.findUnique({
      where: { workspaceId_id: { workspaceId, id: agent.id } },
      select: { signature: true },
    }),
    readSetting(db, { workspaceId, storeId }, "email"),
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

/**
 * The newest message a person wrote to us. An unverified sender gets nothing by themselves, and neither do those
 * they copied: an agent lets them in first.
 */
async function messageAnswered(workspaceId: string, ticketId: string): Promise<Answered | null> {
  const message = await db.message.findFirst({
    where: {
      workspaceId,
      ticketId,
      kind: "inbound",
      machine: null,
      OR: [{ senderProof: null }, { senderProof: { not: "unverified" } }],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { fromName: true, fromAddress: true, recipients: true },
  });
  if (!message) return null;
  const { fromName, fromAddress } = message;
  return {
    from: fromAddress
      ? { name: fromName === fromAddress ? "" : (fromName ?? ""), address: fromAddress }
      : null,
    recipients: readRecipients(message.recipients),
  };
}
