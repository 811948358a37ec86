// What was said before in a conversation, for those a reply goes to.
import { addressesOf } from "../../customers/contacts.server.ts";
import type { Tx } from "../../db.server.ts";
import { readRecipients, type Recipients } from "../../mail/person.ts";
import { MOST_QUOTED, type Said } from "../../mail/templates/quote.ts";

interface Conversation {
  workspaceId: string;
  id: string;
  customer: { name: string; email: string | null } | null;
  brand: { senderName: string };
}

/**
 * The latest messages with the customer, newest first. Never a note, a forward, a machine's mail or an unverified sender's, nor
 * what we wrote to others only; and nothing at all in a mail the customer does not get.
 */
export async function historyFor(
  tx: Tx,
  ticket: Conversation,
  reply: { id: string; createdAt: Date; recipients: Recipients },
): Promise<Said[]> {
  const { customerId, mixed } = await whoseIsIt(tx, ticket);
  const own = customerId ? await addressesOf(tx, ticket.workspaceId, customerId) : [];
  const customer = new Set(ticket.customer?.email ? [...own, ticket.customer.email] : own);
  if (!isAmong(customer, reply.recipients)) return [];
  const earlier = await tx.message.findMany({
    where: {
      workspaceId: ticket.workspaceId,
      ticketId: ticket.id,
      kind: { in: ["inbound", "outbound"] },
      machine: null,
      forward: false,
      id: { not: reply.id },
      createdAt: { lte: reply.createdAt },
      OR: [{ senderProof: null }, { senderProof: { not: "unverified" } }],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 4 * MOST_QUOTED,
    select: {
      kind: true,
      customerId: true,
      text: true,
      trimmed: true,
      fromName: true,
      fromAddress: true,
      recipients: true,
      delivery: true,
      createdAt: true,
    },
  });
  return earlier
    .filter((message) => {
      const { to, cc, bcc } = readRecipients(message.recipients);
      if (message.kind === "inbound") return !mixed || message.customerId === customerId;
      return (!mixed || to.length > 0) && isAmong(customer, { to, cc, bcc });
    })
    .filter((message) => message.text.trim() !== "")
    .slice(0, MOST_QUOTED)
    .map((message) => ({
      by:
        message.kind === "outbound"
          ? ticket.brand.senderName
          : message.fromName || message.fromAddress || ticket.customer?.name || "",
      at: message.createdAt,
      text: message.trimmed ?? message.text,
    }));
}

/** Whether the customer is openly among those a message went to. A reply that names nobody went to the customer. */
const isAmong = (addresses: Set<string>, { to, cc }: Recipients): boolean =>
  !to.length || [...to, ...cc].some(({ address }) => addresses.has(address));

/** The ticket's customer, and whether another customer's ticket was merged into it: that one's words stay theirs. */
async function whoseIsIt(tx: Tx, { workspaceId, id }: { workspaceId: string; id: string }) {
  const [row] = await tx.$queryRaw<{ customerId: string | null; mixed: boolean }[]>`
    WITH RECURSIVE merged AS (
      SELECT id, "customerId" FROM "Ticket" WHERE "workspaceId" = ${workspaceId}::uuid AND "mergedIntoId" = ${id}::uuid
      UNION ALL
      SELECT t.id, t."customerId" FROM "Ticket" t JOIN merged m ON t."mergedIntoId" = m.id
      WHERE t."workspaceId" = ${workspaceId}::uuid)
    SELECT t."customerId", EXISTS (SELECT 1 FROM merged m WHERE m."customerId" IS DISTINCT FROM t."customerId") AS mixed
    FROM "Ticket" t WHERE t."workspaceId" = ${workspaceId}::uuid AND t.id = ${id}::uuid`;
  return row ?? { customerId: null, mixed: false };
}
