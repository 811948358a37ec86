// A bounce that reached us as mail: the reply it returns is marked, and its ticket comes back to us.
import type { Tx } from "../db.server.ts";
import { isId } from "../lib/id.ts";
import { laterDelivery, type Delivery } from "../mail/delivery-state.ts";
import { noteDelivery } from "../tickets/delivery.server.ts";
import type { IncomingMessage } from "./channel.ts";

/**
 * Marks the mails of this ticket that a bounce names by our Message-ID. Only who got that mail knows its id, so a
 * forged bounce can do no more than its recipient: make us look again.
 */
export async function noteReturned(tx: Tx, incoming: IncomingMessage, ticketId: string): Promise<void> {
  const { workspaceId, report, thread } = incoming;
  const ids = [...new Set([...(report?.ids ?? []), ...thread.answers])];
  for (const internetId of ids) {
    const id = internetId.split("@", 1)[0];
    if (!isId(id)) continue;
    const mail = await tx.outgoingMail.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    if (!mail || mail.internetId !== internetId || mail.ticketId !== ticketId) continue;
    const state = laterDelivery(mail.state as Delivery, "bounced");
    if (state === mail.state || mail.state === "queued") continue;
    const reason = report?.reason ?? "bounced";
    await tx.outgoingMail.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { state, error: reason, claimedUntil: null },
    });
    if (mail.messageId) await noteDelivery(tx, { workspaceId, id: mail.messageId }, state, reason);
    // Later ids are those the returned mail answered itself: what we sent before did arrive.
    return;
  }
}
