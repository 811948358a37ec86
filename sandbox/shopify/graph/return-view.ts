// What the customer sends back, and why.

import type { Order, OrderReturn } from "../../world/types.ts";
import { connection } from "./connection.ts";
import type { PageArgs } from "./connection.ts";
import type { View } from "./view.ts";
import { gid } from "./view.ts";

export const returnView = (order: Order, sent: OrderReturn): View => ({
  __typename: "Return",
  id: gid("Return", sent.id),
  name: `${order.name}-R${(order.returns ?? []).indexOf(sent) + 1}`,
  status: sent.status,
  createdAt: sent.createdAt,
  closedAt: sent.status === "CLOSED" ? sent.createdAt : null,
  totalQuantity: sent.lines.reduce((sum, { quantity }) => sum + quantity, 0),
  returnLineItems: (args: PageArgs) =>
    connection(
      sent.lines.map((line) => ({ ...line, id: line.lineId })),
      args,
      ({ quantity, reason, note }) => ({
        __typename: "ReturnLineItem",
        quantity,
        refundedQuantity: sent.status === "CLOSED" ? quantity : 0,
        customerNote: note,
        returnReasonDefinition: { handle: reason.toLowerCase().replaceAll(" ", "-"), name: reason },
      }),
    ),
});
