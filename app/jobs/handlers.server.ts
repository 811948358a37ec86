// What each job does: one line a job.
import { confirmIdentity } from "../customers/confirm-identity.server.ts";
import { runFit } from "../customers/forecast/run-fit.server.ts";
import { refreshCustomer } from "../customers/profile/refresh.server.ts";
import { publishedChat } from "../channels/chat/published.server.ts";
import { deliver } from "../channels/deliver.server.ts";
import { takeInSaid } from "../channels/chat/take-in.server.ts";
import { takeInMail } from "../channels/email/take-in.server.ts";
import { takeBackForwarded } from "../channels/form/forward.server.ts";
import { publishedForms } from "../channels/form/published.server.ts";
import { takeInForm } from "../channels/form/take-in.server.ts";
import { giveUp } from "../channels/unreadable.server.ts";
import { db, type Tx } from "../db.server.ts";
import { removeBytes } from "../files/remove.server.ts";
import { sendQueued, type MailOutcome, type SentMail } from "../mail/send.server.ts";
import { publishStorefront } from "../settings/publish-storefront.server.ts";
import { workOff } from "../tickets/bulk/work.server.ts";
import { eraseNote } from "../tickets/delete-note.server.ts";
import { noteUndelivered } from "../tickets/delivery.server.ts";
import { moveMergedLabel } from "../tickets/label-changes.server.ts";
import { tellMessage } from "../tickets/mail-news.server.ts";
import { startRequest } from "../tickets/requests/start.server.ts";
import { indexOlderTickets } from "../tickets/search/backfill.server.ts";
import { indexCustomer } from "../tickets/search/index-customer.server.ts";
import { settleIntent } from "../orders/actions/settle.server.ts";
import { linkOrder } from "../orders/link-order.server.ts";
import { reconcileOrders } from "../orders/mirror/reconcile.server.ts";
import { refreshOrder } from "../orders/mirror/refresh.server.ts";
import { syncOrders } from "../orders/mirror/sync.server.ts";
import { handleShopifyWebhook } from "../privacy/shop-webhooks.server.ts";
import { recheckDomain } from "../workspace/domain-check.server.ts";
import { readPlan } from "../workspace/read-plan.server.ts";
import { readStore } from "../workspace/read-store.server.ts";

import type { JobName, JobPayload } from "./catalog.ts";
import { onOrderChange } from "./on-order-change.server.ts";
import { onTicketEvent } from "./on-ticket-event.server.ts";
import { enqueue } from "./queue.server.ts";
import { sweep } from "./sweep.server.ts";

/** `lastTry`: no retry will follow, so what can't be done now must be shown to somebody. */
type Handlers = { [N in JobName]: (payload: JobPayload<N>, run: { lastTry: boolean }) => Promise<void> };

export const handlers: Handlers = {
  "take-in-mail": (ref, run) => orGiveUp(ref, run, takeInMail),
  "take-in-form": (ref, run) => orGiveUp(ref, run, takeInForm),
  "take-in-chat": (ref, run) => orGiveUp(ref, run, takeInSaid),
  "handle-shopify-webhook": (ref, run) =>
    orGiveUp(ref, run, ({ receivedId }) => handleShopifyWebhook(receivedId)),
  "ticket-event": (ref) => onTicketEvent(ref),
  "confirm-identity": (ref) => confirmIdentity(ref),
  "link-order": (ref) => linkOrder(ref),
  "settle-order-action": (ref) => settleIntent(ref),
  "deliver-message": (ref, run) => deliverOrSay(ref, run),
  "send-mail": (ref, run) => sendQueued(ref, settleMessage, run),
  "start-request": (ref, run) => startRequest(ref, run),
  "run-bulk": (ref, run) => workOff(ref, run),
  "erase-note": (ref) => eraseNote(ref),
  "read-store": (ref) => readStore(ref),
  "read-plan": (ref) => readPlan(ref),
  "publish-storefront": (ref, run) =>
    publishStorefront(ref, { forms: publishedForms, chat: publishedChat }, run),
  "merge-label": (ref) => moveMergedLabel(ref),
  "remove-files": (keys) => removeBytes(keys),
  "check-domain": (ref) => recheckDomain(ref),
  "index-tickets": ({ workspaceId }) => indexMore(workspaceId),
  "index-customer": (ref) => indexCustomer(ref),
  "refresh-order": (ref) => refreshOrder(ref),
  "refresh-customer": (ref) => refreshCustomer(ref),
  "sync-orders": (ref, run) => syncOrders(ref, run),
  "reconcile-orders": (ref, run) => reconcileOrders(ref, run),
  "fit-forecast": (ref, run) => runFit(ref, run),
  "order-changed": (ref) => onOrderChange(ref),
  sweep: () => sweep(),
};

/** A stretch at a time, so that a worker that stops or dies loses little of it. */
async function indexMore(workspaceId: string): Promise<void> {
  const done = await indexOlderTickets(workspaceId, 20_000);
  if (!done) await db.$transaction((tx) => enqueue(tx, "index-tickets", { workspaceId }));
}

/** Input that can't be taken in after all tries is put aside with its reason, and the error still goes to the log. */
async function orGiveUp(
  ref: { receivedId: string },
  { lastTry }: { lastTry: boolean },
  work: (ref: { receivedId: string }) => Promise<void>,
): Promise<void> {
  try {
    await work(ref);
  } catch (error) {
    if (lastTry) await giveUp(ref.receivedId, "processing-failed", null);
    throw error;
  }
}

/** A message that can't be handed over after all tries is shown as failed, and can be sent again by hand. */
async function deliverOrSay(
  ref: { workspaceId: string; messageId: string },
  { lastTry }: { lastTry: boolean },
): Promise<void> {
  try {
    await deliver(ref);
  } catch (error) {
    if (lastTry) await noteUndelivered(ref);
    throw error;
  }
}

/** A mail that carried a ticket message: its delivery word follows the mail's. */
async function settleMessage(tx: Tx, mail: SentMail, outcome: MailOutcome): Promise<void> {
  if (outcome.state === "waiting") return;
  const reason = outcome.state === "sent" ? null : outcome.reason;
  if (reason !== null) await takeBackForwarded(tx, mail, reason);
  await tellMessage(tx, mail, { kind: "state", state: outcome.state, reason });
  if (outcome.state !== "sent") return;
  for (const address of outcome.missed)
    await tellMessage(tx, mail, { kind: "missed", address, reason: "suppressed" });
}
