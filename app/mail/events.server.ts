// What Postmark tells us later: delivered, bounced, complained. Out of order and repeated, as webhooks are.
import { z } from "zod";
import { db, type Tx } from "../db.server.ts";
import { isId } from "../lib/id.ts";
import { laterDelivery, type Delivery } from "./delivery-state.ts";

const event = z.object({
  RecordType: z.string(),
  MessageID: z.string(),
  Type: z.string().optional(),
  Metadata: z.record(z.string(), z.string()).optional(),
});

/** Returns the mail the event is about and its new state; null when it is none of ours or changes nothing. */
export async function noteProviderEvent(
  body: unknown,
  settle: (
    tx: Tx,
    mail: { workspaceId: string; id: string; messageId: string | null },
    state: Delivery,
    reason: string | null,
  ) => Promise<void>,
): Promise<void> {
  const parsed = event.safeParse(body);
  if (!parsed.success) return;
  const { Metadata, MessageID, RecordType, Type } = parsed.data;
  const workspaceId = Metadata?.workspace;
  const id = Metadata?.mail;
  const change = CHANGES.get(RecordType)?.(Type);
  if (!change || !isId(workspaceId) || !isId(id)) return;
  await db.$transaction(async (tx) => {
    // Events of one mail come side by side: each must see what the one before it wrote.
    await tx.$queryRaw`SELECT 1 FROM "OutgoingMail" WHERE "workspaceId" = ${workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`;
    const mail = await tx.outgoingMail.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
    // The metadata only finds the row; Postmark's own id must be the one we were given for it, if we were: the
    // answer to a try may have been lost, and then this event is the answer.
    if (!mail || (mail.providerId ?? MessageID) !== MessageID) return;
    const state = laterDelivery(mail.state as Delivery, change.state);
    if (state === mail.state) return;
    await tx.outgoingMail.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { state, error: change.reason, providerId: MessageID, claimedUntil: null },
    });
    await settle(tx, mail, state, change.reason);
  });
}

type Change = { state: Delivery; reason: string | null } | null;

const CHANGES = new Map<string, (type: string | undefined) => Change>([
  ["Delivery", () => ({ state: "delivered", reason: null })],
  [
    "Bounce",
    (type) =>
      type === "Transient" || type === "DnsError" ? null : { state: "bounced", reason: bounceReason(type) },
  ],
  ["SpamComplaint", () => ({ state: "bounced", reason: "complained" })],
]);

const bounceReason = (type: string | undefined): string =>
  type === "HardBounce" ? "no-such-mailbox" : "bounced";
