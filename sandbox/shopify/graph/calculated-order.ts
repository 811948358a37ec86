// The order as an edit would leave it, in Shopify's numbers.

import type { Order, OrderLine } from "../../world/types.ts";
import type { OrderEdit } from "../installation.ts";
import { editedOrder } from "./apply-edit.ts";
import { connection } from "./connection.ts";
import type { PageArgs } from "./connection.ts";
import { cents, moneyBag } from "./money.ts";
import { orderView } from "./order.ts";
import { currentTotal, keptPieces, outstanding, sentPieces } from "./totals.ts";
import type { Caller, View } from "./view.ts";
import { gid } from "./view.ts";

export function calculatedOrder(caller: Caller, order: Order, edit: OrderEdit): View {
  const after = editedOrder(caller, order, edit);
  const bag = (amount: number) => moneyBag(amount, order);
  const isOld = (line: OrderLine) => order.lines.some(({ id }) => id === line.id);
  const line = (one: OrderLine) => calculatedLine(order, edit, after, one);
  return {
    __typename: "CalculatedOrder",
    id: gid("CalculatedOrder", edit.id),
    originalOrder: () => orderView(caller, order),
    subtotalLineItemsQuantity: after.lines.reduce((sum, one) => sum + keptPieces(after, one), 0),
    subtotalPriceSet: bag(
      after.lines.reduce((sum, one) => sum + cents(one.price) * keptPieces(after, one), 0),
    ),
    totalPriceSet: bag(currentTotal(after)),
    totalOutstandingSet: bag(outstanding(after)),
    notificationPreviewTitle: `Your order ${order.name} has been updated`,
    lineItems: (args: PageArgs) => connection(after.lines.filter(isOld), args, line),
    addedLineItems: (args: PageArgs) =>
      connection(
        after.lines.filter((one) => !isOld(one)),
        args,
        line,
      ),
  };
}

export function calculatedLine(order: Order, edit: OrderEdit, after: Order, line: OrderLine): View {
  const before = order.lines.find(({ id }) => id === line.id);
  const quantity = keptPieces(after, line);
  const editable = (held: Order, one: OrderLine) =>
    Math.max(0, keptPieces(held, one) - sentPieces(held, one));
  return {
    __typename: "CalculatedLineItem",
    id: gid("CalculatedLineItem", line.id),
    title: line.title,
    variantTitle: line.variantTitle,
    sku: line.sku,
    quantity,
    editableQuantity: editable(after, line),
    editableQuantityBeforeChanges: before ? editable(order, before) : 0,
    restockable: true,
    restocking: edit.quantities.get(line.id)?.restock ?? false,
    originalUnitPriceSet: moneyBag(cents(line.price), order),
    discountedUnitPriceSet: moneyBag(cents(line.price), order),
    image: null,
  };
}
