// One line of an order.

import { handleOf } from "../../storefront/shopper.ts";
import type { Order, OrderLine } from "../../world/types.ts";
import { cents, moneyBag } from "./money.ts";
import { keptPieces, lineTotal, sentPieces } from "./totals.ts";
import type { Caller, View } from "./view.ts";
import { gid } from "./view.ts";

export function lineView({ shop, state }: Caller, order: Order, line: OrderLine): View {
  const kept = order.cancelledAt ? 0 : keptPieces(order, line);
  const unsent = Math.max(0, kept - sentPieces(order, line));
  const product = line.gone
    ? undefined
    : shop.products.find(({ variants }) => variants.some(({ sku }) => sku === line.sku));
  return {
    __typename: "LineItem",
    id: gid("LineItem", line.id),
    title: line.title,
    variantTitle: line.variantTitle,
    sku: line.sku,
    vendor: product?.vendor ?? null,
    quantity: line.quantity,
    currentQuantity: kept,
    refundableQuantity: keptPieces(order, line),
    unfulfilledQuantity: unsent,
    nonFulfillableQuantity: line.quantity - kept,
    merchantEditable: unsent > 0,
    restockable: true,
    requiresShipping: true,
    customAttributes: [],
    originalUnitPriceSet: moneyBag(cents(line.price), order),
    discountedTotalSet: moneyBag(lineTotal(line), order),
    image: product
      ? {
          __typename: "Image",
          url: () => `${state.url}/storefront/${handleOf(shop)}/cdn/products/${product.handle}.svg`,
          altText: product.title,
        }
      : null,
  };
}
