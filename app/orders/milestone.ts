// What can happen to an order that somebody may want to wait for. Pure.
export const MILESTONES = ["shipped", "delivered", "paid", "refunded", "returned"] as const;
export type Milestone = (typeof MILESTONES)[number];

export const milestoneOf = (text: unknown): Milestone | null =>
  MILESTONES.find((known) => known === text) ?? null;

/** What of an order says so. Moments as the database or as a page has them. */
export interface OrderState {
  financial: string | null;
  fulfillment: string;
  returnStatus: string | null;
  deliveredAt: Date | string | null;
  cancelledAt: Date | string | null;
}

/** Whether it has happened. A part of it does not count, but for refunds: money that went back is what was waited for. */
export const hasHappened = (milestone: Milestone, order: OrderState): boolean => HAPPENED[milestone](order);

const HAPPENED: Record<Milestone, (order: OrderState) => boolean> = {
  shipped: ({ fulfillment }) => fulfillment === "FULFILLED",
  delivered: ({ deliveredAt }) => deliveredAt !== null,
  paid: ({ financial }) => PAID.has(financial ?? ""),
  refunded: ({ financial }) => financial === "REFUNDED" || financial === "PARTIALLY_REFUNDED",
  returned: ({ returnStatus }) => returnStatus === "RETURNED" || returnStatus === "INSPECTION_COMPLETE",
};

const PAID = new Set(["PAID", "PARTIALLY_REFUNDED", "REFUNDED"]);

/**
 * Why nobody needs to wait any longer: it has happened, or it never will, as the order was cancelled (money may still
 * go back, and parcels come back).
 */
export function endOf(milestone: Milestone, order: OrderState): "happened" | "cancelled" | null {
  if (hasHappened(milestone, order)) return "happened";
  const never = milestone === "shipped" || milestone === "delivered" || milestone === "paid";
  return never && order.cancelledAt !== null ? "cancelled" : null;
}
