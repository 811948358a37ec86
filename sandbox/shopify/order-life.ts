// What happens to an order in the shop, beyond what the app does: it is placed, packed, delivered, paid, sent back.

import type { SandboxState } from "../state.ts";
import type { Order, Shop } from "../world/types.ts";
import { renew } from "./graph/change.ts";
import { orderChanged } from "./order-webhooks.ts";

export const HAPPENINGS = [
  "place",
  "fulfil",
  "hold",
  "deliver",
  "pay",
  "return",
  "refund",
  "cancel",
  "delete",
] as const;
export type Happening = (typeof HAPPENINGS)[number];

const RESULTS: Record<
  Exclude<Happening, "place" | "delete">,
  (order: Order, at: string) => { topics: string[]; now: Partial<Order> }
> = {
  fulfil: (_, at) => ({
    topics: ["orders/fulfilled", "fulfillments/create"],
    now: { fulfillmentStatus: "FULFILLED", sentAt: at },
  }),
  hold: () => ({ topics: [], now: { fulfillmentStatus: "ON_HOLD" } }),
  deliver: (order, at) => ({
    topics: ["fulfillments/update"],
    now: { fulfillmentStatus: "FULFILLED", sentAt: order.sentAt ?? at, deliveredAt: at },
  }),
  pay: () => ({ topics: ["orders/paid"], now: { financialStatus: "PAID" } }),
  return: () => ({ topics: ["returns/close"], now: { returnStatus: "RETURNED" } }),
  refund: () => ({ topics: ["refunds/create"], now: { financialStatus: "REFUNDED" } }),
  cancel: (order, at) => ({
    topics: ["orders/cancelled"],
    now: { cancelledAt: at, financialStatus: order.financialStatus === "PAID" ? "REFUNDED" : "VOIDED" },
  }),
};

/** Lets something happen to an order (by id or name), and tells the app. `quietly`: its webhooks get lost. */
export function happen(
  state: SandboxState,
  shop: Shop,
  { order: which, what, quietly = false }: { order: string; what: Happening; quietly?: boolean },
): Order {
  const order = shop.orders.find(({ id, name }) => id === which || name === which || name === `#${which}`);
  if (!order) throw new Error(`${shop.name} has no order ${which}.`);
  const { about, topics } = cause(state, shop, order, what);
  if (!quietly) orderChanged(state, shop, about, topics);
  return about;
}

function cause(
  state: SandboxState,
  shop: Shop,
  order: Order,
  what: Happening,
): { about: Order; topics: string[] } {
  if (what === "place") return { about: again(state, shop, order), topics: ["orders/create", "orders/paid"] };
  if (what === "delete") {
    shop.orders = shop.orders.filter((one) => one !== order);
    return { about: order, topics: ["orders/delete"] };
  }
  const { topics, now } = RESULTS[what](order, state.now().toISOString());
  Object.assign(order, now);
  renew(state, order);
  return { about: order, topics: [...topics, "orders/updated"] };
}

/** The customer buys the same again, just now. */
function again(state: SandboxState, shop: Shop, like: Order): Order {
  const highest = Math.max(...shop.orders.map(({ name }) => Number(name.replace(/\D/g, ""))));
  const id = String(Math.max(...shop.orders.map((order) => Number(order.id))) + 1);
  const order: Order = {
    ...structuredClone(like),
    id,
    name: `#${highest + 1}`,
    createdAt: state.now().toISOString(),
    updatedAt: state.now().toISOString(),
    cancelledAt: null,
    financialStatus: "PAID",
    fulfillmentStatus: "UNFULFILLED",
    returnStatus: "NO_RETURN",
    tracking: null,
    note: null,
  };
  for (const old of ["sentAt", "deliveredAt", "refunds", "received", "staffNote", "cancelReason"] as const)
    delete order[old];
  shop.orders.push(order);
  return order;
}
