// "[BC-1042]" in a subject: everybody sees the number, so it counts only for somebody who is in that conversation
// already and whose address is theirs to use.
import type { Tx } from "../db.server.ts";
import { numbersIn } from "../tickets/ticket.ts";
import type { IncomingMessage } from "./channel.ts";
import { isParticipant } from "./participant.server.ts";

/** The ticket whose number stands in the subject, if its sender may continue it. */
export async function ticketOfNumber(
  tx: Tx,
  incoming: IncomingMessage,
  writer: string | null,
): Promise<string | null> {
  const { workspaceId, subject, authenticated, sender } = incoming;
  if (!authenticated || !sender.address || !subject.includes("[")) return null;
  const { ticketPrefix } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { ticketPrefix: true },
  });
  for (const number of numbersIn(subject, ticketPrefix)) {
    const ticket = await tx.ticket.findUnique({
      where: { workspaceId_number: { workspaceId, number } },
      select: { id: true, customerId: true },
    });
    if (!ticket) continue;
    if (writer !== null && ticket.customerId === writer) return ticket.id;
    if (await isParticipant(tx, { workspaceId, id: ticket.id }, sender.address)) return ticket.id;
  }
  return null;
}
