// What mails about a chat have in common.
import type { Tx } from "../../db.server.ts";
import { env } from "../../env.server.ts";
import { readSetting } from "../../settings/read.server.ts";
import { senderAddressNow } from "../../workspace/sender.server.ts";
import type { TicketRef } from "../../tickets/ticket.ts";
import type { Place } from "./place.ts";

/** The ticket a mail about a chat is of. */
export const mailedIn = (tx: Tx, { workspaceId, id }: TicketRef) =>
  tx.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id } },
    include: {
      brand: true,
      customer: { select: { email: true } },
      references: { orderBy: { createdAt: "asc" }, select: { messageId: true }, take: 200 },
      store: { include: { workspace: { select: { ticketPrefix: true } } } },
    },
  });

/** The address the merchant chose for it, as long as it is connected and may be sent from; else the brand's. */
export async function senderOfChat(
  tx: Tx,
  { workspaceId, storeId }: Place,
  brand: { workspaceId: string; senderAddress: string | null },
): Promise<string> {
  const { followUpFrom } = await readSetting(tx, { workspaceId, storeId }, "chat");
  const chosen = followUpFrom
    ? await tx.supportAddress.findFirst({
        where: { workspaceId, id: followUpFrom, storeId, retiredAt: null },
        select: { address: true },
      })
    : null;
  const own = chosen ? await senderAddressNow(tx, { workspaceId, senderAddress: chosen.address }) : null;
  return own && own !== env.MAIL_FROM ? own : senderAddressNow(tx, brand);
}
