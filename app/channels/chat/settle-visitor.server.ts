// A visitor turned out to be a customer: what they said so far in the conversation they have going is that one's too.
import { settleIdentity } from "../../customers/settle-identity.server.ts";
import type { Tx } from "../../db.server.ts";
import type { Chatter } from "./who.server.ts";
import type { Visitor } from "./visitor.server.ts";

/** Keeps who they are, and gives a ticket that had nobody its customer. */
export async function takeBy(
  tx: Tx,
  { workspaceId, id, customerId: before }: Visitor,
  { customerId }: Chatter,
  ticketId: string,
): Promise<void> {
  if (!customerId) return;
  if (customerId !== before)
    await tx.visitor.updateMany({ where: { workspaceId, id }, data: { customerId } });
  const { count } = await tx.ticket.updateMany({
    where: { workspaceId, id: ticketId, customerId: null },
    data: { customerId },
  });
  if (count)
    await tx.message.updateMany({
      where: { workspaceId, ticketId, kind: "inbound", channel: "chat", customerId: null },
      data: { customerId },
    });
}

/**
 * What they said in a chat before they were proven was said from the same browser: it is the customer's as well. So is
 * its ticket, but not one of somebody else's it was merged into. `before`: whose it was taken for.
 */
export async function proveSaid(
  tx: Tx,
  {
    workspaceId,
    chatId,
    ticketId,
    before,
  }: { workspaceId: string; chatId: string; ticketId: string; before: string | null },
  shopifyId: string,
  { customerId, judged, accountAddress }: Chatter,
): Promise<void> {
  await tx.message.updateMany({
    where: { workspaceId, chatId, kind: "inbound" },
    data: {
      customerId,
      judged,
      accountAddress,
      shopifyId,
      senderProof: judged === "signed-in" ? "verified" : "claimed",
    },
  });
  const isTheirs = ticketId === chatId ? {} : { OR: [{ customerId: null }, { customerId: before }] };
  await tx.ticket.updateMany({ where: { workspaceId, id: ticketId, ...isTheirs }, data: { customerId } });
  await settleIdentity(tx, { workspaceId, id: ticketId });
}
