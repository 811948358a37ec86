// Order edits: Shopify calculates, and nothing happens before the commit.
import { numberOf } from "./order-view.ts";
import type { Wish } from "./action.ts";
import { EDIT_ADD, EDIT_BEGIN, EDIT_COMMIT, EDIT_SET } from "./mutations.graphql.ts";
import type { Bag, OrderNode } from "./order.graphql.ts";
import { refusal, type Outcome } from "./outcome.ts";

export interface Calculated {
  id: string;
  subtotalLineItemsQuantity: number;
  totalPriceSet: Bag;
  totalOutstandingSet: Bag;
  notificationPreviewTitle: string;
}

interface Step {
  calculatedOrder: Calculated | null;
  userErrors: { message: string }[];
}

type Ask = <T>(operation: string, variables: Record<string, unknown>) => Promise<T>;

/** The order as these changes would leave it, by Shopify's count; or its refusal. */
export async function calculateEdit(
  ask: Ask,
  order: OrderNode,
  wish: Wish<"edit">,
): Promise<Calculated | (Outcome & { state: "failed" })> {
  const begun = await ask<{ orderEditBegin: Step }>(EDIT_BEGIN, { id: order.id });
  let step = begun.orderEditBegin;
  const { calculatedOrder: edit } = step;
  if (!edit) return refused(step);
  const held = new Map(order.lineItems.nodes.map((line) => [numberOf(line.id), line.currentQuantity]));
  for (const { lineId, quantity, restock } of wish.changes) {
    if (held.get(lineId) === quantity) continue;
    const line = `gid://shopify/CalculatedLineItem/${lineId}`;
    const answer = await ask<{ orderEditSetQuantity: Step }>(EDIT_SET, {
      ...{ id: edit.id, line, quantity },
      restock: restock && quantity < (held.get(lineId) ?? 0),
    });
    step = answer.orderEditSetQuantity;
    if (step.userErrors.length || !step.calculatedOrder) return refused(step);
  }
  for (const { variantId, quantity } of wish.added) {
    const variant = `gid://shopify/ProductVariant/${variantId}`;
    const answer = await ask<{ orderEditAddVariant: Step }>(EDIT_ADD, { id: edit.id, variant, quantity });
    step = answer.orderEditAddVariant;
    if (step.userErrors.length || !step.calculatedOrder) return refused(step);
  }
  return step.calculatedOrder ?? edit;
}

/** Makes the changes. */
export async function editOrder(ask: Ask, order: OrderNode, wish: Wish<"edit">): Promise<Outcome> {
  const edit = await calculateEdit(ask, order, wish);
  if ("state" in edit) return edit;
  const { orderEditCommit } = await ask<{ orderEditCommit: { userErrors: { message: string }[] } }>(
    EDIT_COMMIT,
    { id: edit.id, notify: wish.notify, note: wish.note || null },
  );
  return refusal(orderEditCommit.userErrors) ?? { state: "done" };
}

const refused = ({ userErrors }: Step): Outcome & { state: "failed" } => ({
  state: "failed",
  reason: "refused",
  said: userErrors[0]?.message ?? null,
});
