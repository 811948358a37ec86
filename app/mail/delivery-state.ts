// The life of something sent. Pure.

export type Delivery = "queued" | "sending" | "sent" | "delivered" | "failed" | "bounced" | "unknown";

const RANK: Record<Delivery, number> = {
  queued: 0,
  sending: 1,
  unknown: 2,
  sent: 3,
  failed: 4,
  delivered: 5,
  bounced: 6,
};

/** A state only moves forward: a late "sent" must not undo "delivered" or "bounced". */
export const laterDelivery = (current: Delivery, next: Delivery): Delivery =>
  RANK[next] > RANK[current] ? next : current;
