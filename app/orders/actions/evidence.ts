// Whether an order shows that an action got through, when Shopify did not say so. Pure.
import type { AnyWish } from "./action.ts";
import type { OrderNode } from "./order.graphql.ts";
import { numberOf } from "./order-view.ts";

/** null: this can't be seen on the order. */
export function isVisible(
  order: OrderNode,
  { kind, wish }: AnyWish,
  intent: { mark: string; seen: Date },
): boolean | null {
  switch (kind) {
    case "cancel":
      return order.cancelledAt !== null;
    case "refund":
      return order.refunds.some(({ note }) => note?.includes(intent.mark));
    case "address":
      return (
        order.shippingAddress?.address1 === wish.address1 &&
        order.shippingAddress.city === wish.city &&
        (order.shippingAddress.zip ?? "") === wish.zip
      );
    case "edit": {
      const held = new Map(order.lineItems.nodes.map((line) => [numberOf(line.id), line.currentQuantity]));
      const changed = wish.changes.every(({ lineId, quantity }) => (held.get(lineId) ?? 0) === quantity);
      return changed && Date.parse(order.updatedAt) > intent.seen.getTime();
    }
    case "resend":
      return null;
  }
}
