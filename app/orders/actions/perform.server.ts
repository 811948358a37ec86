// The one call that changes an order, made after the order was read again and found as the agent saw it.
import { setTimeout as wait } from "node:timers/promises";
import type { OrderIntent } from "@prisma/client";
import { StaffCallFailed } from "../../clients/shopify-staff.server.ts";
import { AppError } from "../../errors.ts";
import type { Acting } from "./acting.server.ts";
import type { AnyWish } from "./action.ts";
import type { FailureReason } from "./kinds.ts";
import { changeAddress } from "./address.server.ts";
import { cancelOrder } from "./cancel.server.ts";
import { editOrder } from "./edit.server.ts";
import { CANCEL, EDIT_COMMIT, READDRESS, REFUND, SEND_INVOICE } from "./mutations.graphql.ts";
import type { OrderNode } from "./order.graphql.ts";
import type { Outcome } from "./outcome.ts";
import { asAgent, readOwnOrder } from "./read-order.server.ts";
import { refundMark, refundOrder } from "./refund.server.ts";
import { sendInvoice } from "./resend.server.ts";

/** Everything else an action asks leaves the order as it is. */
const CHANGES = [CANCEL, EDIT_COMMIT, READDRESS, REFUND, SEND_INVOICE];
const AGAIN_AFTER = 500;

type Ask = <T>(operation: string, variables: Record<string, unknown>) => Promise<T>;

/** "unknown": the change was sent, and Shopify did not say what it did. */
export async function perform(
  acting: Acting,
  intent: OrderIntent,
  asked: AnyWish,
): Promise<Outcome | { state: "unknown" }> {
  const sent = { change: false };
  const ask = watching(asAgent(acting), sent);
  try {
    const order = await readOwnOrder(acting, intent.orderId);
    if (Date.parse(order.updatedAt) !== intent.seen.getTime())
      return { state: "failed", reason: "changed", said: null };
    return await change(ask, order, asked, { key: intent.id, note: refundNote(acting, intent, asked) });
  } catch (error) {
    if (error instanceof AppError) return { state: "failed", reason: "changed", said: null };
    if (!(error instanceof StaffCallFailed)) throw error;
    if (error.problem === "silent" && sent.change) return { state: "unknown" };
    return { state: "failed", reason: REASONS[error.problem], said: error.said };
  }
}

function change(
  ask: Ask,
  order: OrderNode,
  asked: AnyWish,
  own: { key: string; note: string },
): Promise<Outcome> {
  switch (asked.kind) {
    case "edit":
      return editOrder(ask, order, asked.wish);
    case "cancel":
      return cancelOrder(ask, order, asked.wish);
    case "refund":
      return refundOrder(ask, order, asked.wish, own);
    case "address":
      return changeAddress(ask, order, asked.wish);
    case "resend":
      return sendInvoice(ask, order, asked.wish);
  }
}

const REASONS: Record<StaffCallFailed["problem"], FailureReason> = {
  "signed-out": "signed-out",
  denied: "denied",
  throttled: "throttled",
  silent: "not-through",
};

/** A refund without an answer may be asked for again at once: its key makes it the same one. Nothing else has a key. */
const watching =
  (ask: Ask, sent: { change: boolean }): Ask =>
  async <T>(operation: string, variables: Record<string, unknown>) => {
    if (CHANGES.includes(operation)) sent.change = true;
    try {
      return await ask<T>(operation, variables);
    } catch (error) {
      const silent = error instanceof StaffCallFailed && error.problem === "silent";
      if (!silent || operation !== REFUND) throw error;
      await wait(AGAIN_AFTER);
      return ask<T>(operation, variables);
    }
  };

/** By its mark the refund is found again when nobody heard what became of it. */
const refundNote = (acting: Acting, intent: OrderIntent, { wish }: AnyWish): string =>
  ["note" in wish ? wish.note : "", `${acting.agent.name}, ${acting.ticketNumber}`, refundMark(intent.id)]
    .filter(Boolean)
    .join(" · ");
