// One line of an order.

import type { Order, OrderLine } from "../../world/types.ts";
import { cents, moneyBag } from "./money.ts";
import { lineTotal, refundedPieces } from "./totals.ts";
import type { Caller, View } from "./view.ts";
import { gid } from "./view.ts";

export function lineView({ shop }: Caller, order: Order, line: OrderLine): View {
  const back = refundedPieces(order, line);
  const kept = order.cancelledAt ? 0 : line.quantity - back;
  const shipped = order.fulfillmentStatus === "FULFILLED";
  const vendor = shop.products.find((product) =>
    product.variants.some((variant) => variant.sku === line.sku),
  )?.vendor;
  return {
    __typename: "LineItem",
    id: gid("LineItem", line.id),
    title: line.title,
    variantTitle: line.variantTitle,
    sku: line.sku,
    vendor: vendor ?? null,
    quantity: line.quantity,
    currentQuantity: kept,
    refundableQuantity: line.quantity - back,
    unfulfilledQuantity: shipped ? 0 : kept,
    nonFulfillableQuantity: line.quantity - kept,
    merchantEditable: !shipped && kept > 0,
    restockable: true,
    requiresShipping: true,
    customAttributes: [],
    originalUnitPriceSet: moneyBag(cents(line.price), order.currency),
    discountedTotalSet: moneyBag(lineTotal(line), order.currency),
    image: null,
  };
}
