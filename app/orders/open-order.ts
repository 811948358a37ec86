// Whether an order has not left yet, so that something about it can still be changed. Pure.
import type { OrderState } from "./milestone.ts";

const GONE = new Set(["FULFILLED", "RESTOCKED"]);

/** One that was sent in part has something left to change. */
export const isStillHere = ({
  fulfillment,
  cancelledAt,
}: Pick<OrderState, "fulfillment" | "cancelledAt">): boolean =>
  cancelledAt === null && !GONE.has(fulfillment);
