// Order edits: begun, changed, and committed or forgotten. Nothing happens to the order before the commit.

import { randomInt } from "node:crypto";
import type { Order } from "../../world/types.ts";
import type { OrderEdit } from "../installation.ts";
import { mayNotify, tellCustomer } from "../notify.ts";
import { applyEdit, editedOrder } from "./apply-edit.ts";
import { calculatedLine, calculatedOrder } from "./calculated-order.ts";
import { changed, problem } from "./change.ts";
import { decimal } from "./money.ts";
import { findOrder, orderView, updatedAt } from "./order.ts";
import { whyNotEditable } from "./order-rules.ts";
import { keptPieces, outstanding, sentPieces } from "./totals.ts";
import { findVariant } from "./variant.ts";
import type { Caller, View } from "./view.ts";
import { gid, numericId } from "./view.ts";

export function beginEdit(caller: Caller, { id }: { id: string }): View {
  const order = findOrder(caller, id);
  if (!order) return refused("id", "The order does not exist.");
  const [why] = whyNotEditable(order);
  if (why) return refused("id", why);
  const edit: OrderEdit = {
    id: String(randomInt(10_000_000_000)),
    orderId: order.id,
    version: updatedAt(order),
    quantities: new Map(),
    added: [],
  };
  caller.installation.edits.set(edit.id, edit);
  return {
    orderEditSession: { __typename: "OrderEditSession", id: gid("OrderEditSession", edit.id) },
    calculatedOrder: calculatedOrder(caller, order, edit),
    userErrors: [],
  };
}

export function setQuantity(
  caller: Caller,
  {
    id,
    lineItemId,
    quantity,
    restock,
  }: { id: string; lineItemId: string; quantity: number; restock?: boolean | null },
): View {
  const found = findEdit(caller, id);
  if (!found) return refused("id", "The calculated order does not exist.");
  const { edit, order } = found;
  const lineId = numericId("CalculatedLineItem", lineItemId);
  if (quantity < 0) return refused("quantity", "Quantity must be greater than or equal to 0.");
  const added = edit.added.find((line) => line.id === lineId);
  const line = order.lines.find((one) => one.id === lineId);
  if (added) added.quantity = quantity;
  else if (!line) return refused("lineItemId", "The line item does not exist.");
  else if (quantity < sentPieces(order, line) || keptPieces(order, line) <= sentPieces(order, line))
    return refused("quantity", "Cannot change the quantity of items that are fulfilled or removed.");
  else edit.quantities.set(line.id, { quantity, restock: restock ?? false });
  return shown(caller, order, edit, lineId ?? "");
}

export function addVariant(
  caller: Caller,
  wish: { id: string; variantId: string; quantity: number; allowDuplicates?: boolean | null },
): View {
  const found = findEdit(caller, wish.id);
  if (!found) return refused("id", "The calculated order does not exist.");
  const { edit, order } = found;
  const variant = findVariant(caller, wish.variantId);
  if (!variant) return refused("variantId", "The variant does not exist.");
  if (wish.quantity < 1) return refused("quantity", "Quantity must be greater than 0.");
  const there =
    order.lines.some((line) => line.sku === variant.sku && keptPieces(order, line) > 0) ||
    edit.added.some(({ variantId }) => variantId === variant.id);
  if (there && !wish.allowDuplicates)
    return refused("variantId", "The variant is already on the order: change its quantity instead.");
  const id = String(randomInt(10_000_000_000));
  edit.added.push({ id, variantId: variant.id, quantity: wish.quantity });
  return shown(caller, order, edit, id);
}

export function commitEdit(
  caller: Caller,
  { id, notifyCustomer }: { id: string; notifyCustomer?: boolean | null; staffNote?: string | null },
): View {
  const found = findEdit(caller, id);
  if (!found) return refused("id", "The calculated order does not exist.");
  const { edit, order } = found;
  if (updatedAt(order) !== edit.version)
    return refused("id", "The order was changed since this edit began. Begin again.");
  if (edit.quantities.size + edit.added.length === 0) return refused("id", "There are no changes to commit.");
  applyEdit(caller, order, edit);
  caller.installation.edits.delete(edit.id);
  changed(caller, order, ["orders/edited"]);
  const owed = outstanding(order);
  if (notifyCustomer && mayNotify(order)) tellCustomer(caller, order, "edited", decimal(Math.max(0, owed)));
  return {
    order: orderView(caller, order),
    successMessages: ["Order updated"],
    userErrors: [],
  };
}

function findEdit(caller: Caller, id: string): { edit: OrderEdit; order: Order } | null {
  const number = numericId("CalculatedOrder", id) ?? numericId("OrderEditSession", id);
  const edit = caller.installation.edits.get(number ?? "");
  const order = edit ? findOrder(caller, gid("Order", edit.orderId)) : undefined;
  return edit && order ? { edit, order } : null;
}

const shown = (caller: Caller, order: Order, edit: OrderEdit, lineId: string): View => {
  const after = editedOrder(caller, order, edit);
  const line = after.lines.find(({ id }) => id === lineId);
  return {
    calculatedLineItem: line ? calculatedLine(order, edit, after, line) : null,
    calculatedOrder: calculatedOrder(caller, order, edit),
    userErrors: [],
  };
};

const refused = (field: string, message: string): View => ({
  orderEditSession: null,
  calculatedOrder: null,
  calculatedLineItem: null,
  order: null,
  successMessages: null,
  userErrors: [problem(field, message)],
});
