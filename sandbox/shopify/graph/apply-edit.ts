// What an edit makes of an order: more pieces raise the total, fewer are taken away from it.

import { ONLY_VARIANT } from "../../world/catalog.ts";
import type { Order } from "../../world/types.ts";
import type { OrderEdit } from "../installation.ts";
import { cents, decimal } from "./money.ts";
import { keptPieces, outstanding, received } from "./totals.ts";
import { findVariant } from "./variant.ts";
import type { Caller } from "./view.ts";
import { gid } from "./view.ts";

/** The order as it would be; the order itself stays. */
export function editedOrder(caller: Caller, order: Order, edit: OrderEdit): Order {
  const copy = structuredClone(order);
  applyEdit(caller, copy, edit);
  return copy;
}

/** Changes the order. */
export function applyEdit(caller: Caller, order: Order, edit: OrderEdit): void {
  order.received = decimal(received(order));
  let more = 0;
  for (const line of order.lines) {
    const wish = edit.quantities.get(line.id);
    if (!wish) continue;
    const step = wish.quantity - keptPieces(order, line);
    if (step > 0) {
      line.quantity += step;
      more += cents(line.price) * step;
    } else line.removed = (line.removed ?? 0) - step;
  }
  for (const { id, variantId, quantity } of edit.added) {
    const variant = findVariant(caller, gid("ProductVariant", variantId));
    if (!variant || quantity === 0) continue;
    const variantTitle = variant.title === ONLY_VARIANT ? null : variant.title;
    const { sku, price, product } = variant;
    order.lines.push({ id, title: product.title, variantTitle, sku, quantity, price });
    more += cents(price) * quantity;
  }
  order.total = decimal(cents(order.total) + more);
  order.edited = true;
  if (cents(order.received) > 0 && order.financialStatus === "PAID" && outstanding(order) > 0)
    order.financialStatus = "PARTIALLY_PAID";
}
