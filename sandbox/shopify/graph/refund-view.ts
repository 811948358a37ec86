// One refund of an order.

import type { Order, OrderRefund } from "../../world/types.ts";
import { connection } from "./connection.ts";
import type { PageArgs } from "./connection.ts";
import { cents, moneyBag } from "./money.ts";
import type { View } from "./view.ts";
import { gid } from "./view.ts";

export const refundView = (order: Order, refund: OrderRefund): View => ({
  __typename: "Refund",
  id: gid("Refund", refund.id),
  createdAt: refund.createdAt,
  note: refund.note,
  totalRefundedSet: moneyBag(cents(refund.amount), order),
  refundLineItems: (args: PageArgs) =>
    connection(
      refund.lines.map((line) => ({ ...line, id: line.lineId })),
      args,
      ({ lineId, quantity, restockType }) => {
        const line = order.lines.find(({ id }) => id === lineId);
        return {
          quantity,
          restockType,
          restocked: restockType !== "NO_RESTOCK",
          lineItem: { id: gid("LineItem", lineId), title: line?.title ?? "" },
          subtotalSet: moneyBag(cents(line?.price ?? "0") * quantity, order),
        };
      },
    ),
});
