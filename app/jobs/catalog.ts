// Every job there is: its name, its payload, how it is retried. Payloads are ids, never content.
import { z } from "zod";

const ticketEvent = z.object({ workspaceId: z.uuid(), eventId: z.uuid() });
const message = z.object({ workspaceId: z.uuid(), messageId: z.uuid() });
const mail = z.object({ workspaceId: z.uuid(), mailId: z.uuid() });
const received = z.object({ receivedId: z.uuid() });
const request = z.object({ workspaceId: z.uuid(), requestId: z.uuid() });
const store = z.object({ workspaceId: z.uuid(), storeId: z.uuid() });
/** An order or a customer, by the number in its gid. */
const atShopify = store.extend({ shopifyId: z.string().regex(/^\d{1,20}$/) });

export const catalog = {
  /** A mail that Postmark handed us becomes a message. Not woken: a notice makes all commits queue up. */
  "take-in-mail": { payload: received, retryLimit: 8, polled: true },
  /** A form that could not be taken in at once becomes a message. */
  "take-in-form": { payload: received, retryLimit: 8 },
  /** What a visitor said in a chat, and could not be taken in at once, becomes a message. */
  "take-in-chat": { payload: received, retryLimit: 8 },
  /** A webhook from Shopify takes effect. */
  "handle-shopify-webhook": { payload: received, retryLimit: 8 },
  /** Something happened to a ticket: the one list of reactions. */
  "ticket-event": { payload: ticketEvent, retryLimit: 6 },
  /** Shopify is asked whether the signed-in shopper owns the address they typed. */
  "confirm-identity": { payload: message, retryLimit: 6 },
  /** Shopify is asked whether the order a customer named is theirs. */
  "link-order": { payload: message, retryLimit: 6 },
  /** What became of an order action is read from the order. */
  "settle-order-action": {
    payload: z.object({ workspaceId: z.uuid(), intentId: z.uuid() }),
    retryLimit: 8,
  },
  /** An outbound message is handed to its channel. */
  "deliver-message": { payload: message, retryLimit: 6 },
  /** An e-mail of any kind goes to the provider. */
  "send-mail": { payload: mail, retryLimit: 8 },
  /** The recipients of a new request are worked through. */
  "start-request": { payload: request, retryLimit: 8 },
  /** An action on many tickets, or its undoing, is worked off. */
  "run-bulk": { payload: z.object({ workspaceId: z.uuid(), bulkId: z.uuid() }), retryLimit: 8 },
  /** A deleted note is gone for good, once that can't be undone any more. */
  "erase-note": { payload: message, retryLimit: 8 },
  /** A store's name, currency, language and time zone are read from Shopify. */
  "read-store": { payload: store, retryLimit: 8 },
  /** Which plan a store has is read from Shopify. */
  "read-plan": { payload: store, retryLimit: 6 },
  /** What a store's storefront shows without asking us is handed to Shopify. */
  "publish-storefront": { payload: store, retryLimit: 6 },
  /** The tickets of a label that was merged get the other. */
  "merge-label": { payload: z.object({ workspaceId: z.uuid(), labelId: z.uuid() }), retryLimit: 8 },
  /** Bytes that no row knows any more leave the storage. */
  "remove-files": { payload: z.object({ keys: z.array(z.string().max(200)).max(500) }), retryLimit: 20 },
  /** Postmark is asked whether a sending domain's records are still there. */
  "check-domain": { payload: z.object({ name: z.string().max(255) }), retryLimit: 6 },
  /** Tickets from before there was search are made findable. */
  "index-tickets": { payload: z.object({ workspaceId: z.uuid() }), retryLimit: 8 },
  /** A customer's tickets are made findable by what they are called now. */
  "index-customer": {
    payload: z.object({ workspaceId: z.uuid(), customerId: z.uuid(), beforeId: z.uuid().optional() }),
    retryLimit: 8,
  },
  /** An order is read anew from Shopify, which said that something about it changed. */
  "refresh-order": { payload: atShopify, retryLimit: 8 },
  /** What is kept of a customer is read anew from Shopify, which said that something about them changed. */
  "refresh-customer": { payload: atShopify, retryLimit: 6 },
  /** A store's orders are fetched, a stretch at a time. */
  "sync-orders": { payload: store, retryLimit: 8 },
  /** Orders that changed and that no webhook told us of are looked for. */
  "reconcile-orders": { payload: store, retryLimit: 4 },
  /** What a store's customers will do is fitted to what they did, and written down. */
  "fit-forecast": { payload: store, retryLimit: 6 },
  /** An order changed in what tickets may wait for or be about. */
  "order-changed": { payload: atShopify, retryLimit: 8 },
  /** Work that is due, and work that got stuck, is picked up. */
  sweep: { payload: z.object({}), retryLimit: 0 },
} as const;

export type JobName = keyof typeof catalog;
export type JobPayload<N extends JobName> = z.infer<(typeof catalog)[N]["payload"]>;

/**
 * What every queue sets. Without a heartbeat a killed worker's job is not back for minutes;
 * with it, within heartbeat + 60 s (docs/decisions/005-jobs.md).
 */
export const queueOptions = (name: JobName) => ({
  heartbeatSeconds: 10,
  expireInSeconds: 120,
  retryLimit: catalog[name].retryLimit,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 600,
  deleteAfterSeconds: 3 * 24 * 3600,
  notify: !("polled" in catalog[name]),
});
