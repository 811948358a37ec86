// What Postmark tells us later: delivered, bounced, complained, opened. Out of order and repeated, as webhooks are.
import { db, type Tx } from "../db.server.ts";
import { laterDelivery, type Delivery } from "./delivery-state.ts";
import { readEvent, type ProviderNews } from "./provider-event.ts";

export interface MailOfEvent {
  workspaceId: string;
  id: string;
  kind: string;
  requestKey: string;
  messageId: string | null;
}

/** What an event says of a mail, as far as it was not known. */
export type MailNews =
  | { kind: "state"; state: Delivery; reason: string | null }
  /** somebody else than the first recipient did not get it */
  | { kind: "missed"; address: string; reason: string }
  | { kind: "opened"; at: Date };

/** Takes in one event. `settle` runs in the transaction that writes what it changes, once for each change. */
export async function noteProviderEvent(
  body: unknown,
  settle: (tx: Tx, mail: MailOfEvent, news: MailNews) => Promise<void>,
): Promise<void> {
  const event = readEvent(body);
  if (!event) return;
  const { workspaceId, mailId, providerId, news } = event;
  await db.$transaction(async (tx) => {
    // Events of one mail come side by side: each must see what the one before it wrote.
    await tx.$queryRaw`SELECT 1 FROM "OutgoingMail" WHERE "workspaceId" = ${workspaceId}::uuid AND id = ${mailId}::uuid FOR UPDATE`;
    const mail = await tx.outgoingMail.findUnique({ where: { workspaceId_id: { workspaceId, id: mailId } } });
    // The metadata only finds the row; Postmark's own id must be the one we were given for it, if we were: the
    // answer to a try may have been lost, and then this event is the answer.
    if (!mail || (mail.providerId ?? providerId) !== providerId) return;
    const first = event.address === null || event.address === mail.toAddress.toLowerCase();
    const next = stateBy(news, first);
    const state = next ? laterDelivery(mail.state as Delivery, next.state) : mail.state;
    if (next && state !== mail.state) {
      await tx.outgoingMail.update({
        where: { workspaceId_id: { workspaceId, id: mailId } },
        data: { state, error: next.reason, providerId, claimedUntil: null },
      });
      await settle(tx, mail, { kind: "state", ...next });
    }
    if (news.kind === "lost" && !first && event.address)
      await settle(tx, mail, { kind: "missed", address: event.address, reason: news.reason });
    if (news.kind === "opened" && first && mail.trackOpens) await settle(tx, mail, news);
  });
}

/** What the mail as a whole has come to: what became of its first recipient. Of the others it proves only that it left. */
function stateBy(news: ProviderNews, first: boolean): { state: Delivery; reason: string | null } | null {
  if (!first || news.kind === "opened") return { state: "sent", reason: null };
  return news.kind === "lost"
    ? { state: "bounced", reason: news.reason }
    : { state: "delivered", reason: null };
}
