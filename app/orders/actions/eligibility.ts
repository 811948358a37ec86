// What can be done to an order now, and why not otherwise. Shopify has the last word; this says it beforehand. Pure.
import type { ActionKind } from "./kinds.ts";
import { ACTIONS } from "./kinds.ts";
import type { OrderNode } from "./order.graphql.ts";

export const OBSTACLES = [
  "cancelled",
  "sent",
  "partlySent",
  "beingReturned",
  "notEditable",
  "nothingPaid",
  "nothingToPay",
  "noEmail",
  "noAddress",
  "signedOut",
  "scopeMissing",
  "notAllowed",
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** Why not; `said` is Shopify's own sentence, `at` when it was sent. */
export interface WhyNot {
  why: Obstacle;
  said?: string;
  /** ISO 8601 */
  at?: string;
}

/** null: it can be done. */
export type Eligibility = Record<ActionKind, WhyNot | null>;

/** What the agent's token and the app's reach at this shop; null without a live token. */
export interface Rights {
  own: ReadonlySet<string> | null;
  app: ReadonlySet<string>;
}

const UNDER_WAY = ["RETURN_REQUESTED", "IN_PROGRESS"];
const SENT = ["FULFILLED", "PARTIALLY_FULFILLED", "IN_PROGRESS"];

export function eligibilityOf(order: OrderNode, rights: Rights): Eligibility {
  const of = (kind: ActionKind) => rightOf(kind, rights) ?? RULES[kind](order);
  return Object.fromEntries(ACTIONS.map((kind) => [kind, of(kind)])) as Eligibility;
}

const RULES: Record<ActionKind, (order: OrderNode) => WhyNot | null> = {
  edit: (order) => {
    if (order.cancelledAt) return { why: "cancelled" };
    if (order.displayFulfillmentStatus === "FULFILLED") return sent(order);
    const [said] = order.merchantEditableErrors;
    return order.merchantEditable ? null : { why: "notEditable", ...(said ? { said } : {}) };
  },
  cancel: (order) => {
    if (order.cancelledAt) return { why: "cancelled" };
    if (UNDER_WAY.includes(order.returnStatus)) return { why: "beingReturned" };
    return SENT.includes(order.displayFulfillmentStatus) ? sent(order) : null;
  },
  refund: (order) => (order.refundable ? null : { why: "nothingPaid" }),
  address: (order) => {
    if (order.cancelledAt) return { why: "cancelled" };
    if (order.displayFulfillmentStatus === "FULFILLED") return sent(order);
    return order.shippingAddress ? null : { why: "noAddress" };
  },
  resend: (order) => {
    if (order.cancelledAt) return { why: "cancelled" };
    if (!order.canNotifyCustomer) return { why: "noEmail" };
    return Number(order.totalOutstandingSet.shopMoney.amount) > 0 ? null : { why: "nothingToPay" };
  },
};

function sent(order: OrderNode): WhyNot {
  const at = order.fulfillments[0]?.createdAt;
  const why = order.displayFulfillmentStatus === "FULFILLED" ? "sent" : "partlySent";
  return { why, ...(at ? { at } : {}) };
}

function rightOf(kind: ActionKind, { own, app }: Rights): WhyNot | null {
  if (!own) return { why: "signedOut" };
  const scope = scopeFor(kind);
  if (!app.has(scope)) return { why: "scopeMissing" };
  return own.has(scope) ? null : { why: "notAllowed" };
}

/** What an action needs. */
export const scopeFor = (kind: ActionKind): string =>
  kind === "edit" ? "write_order_edits" : "write_orders";
