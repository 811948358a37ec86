// An order of Shopify's as a row of the mirror. Pure. Also reads the lines of a gathered file, which nobody checked.
import { z } from "zod";
import { normaliseEmail } from "../../customers/customer.ts";

export interface MirroredOrder {
  shopifyId: string;
  name: string;
  email: string | null;
  phone: string | null;
  shopifyCustomerId: string | null;
  createdAt: Date;
  processedAt: Date;
  updatedAt: Date;
  cancelledAt: Date | null;
  closedAt: Date | null;
  financial: string | null;
  fulfillment: string;
  returnStatus: string | null;
  onHold: boolean;
  deliveredAt: Date | null;
  sentAt: Date | null;
  refundedAt: Date | null;
  currency: string;
  total: string;
  refunded: string;
  items: number;
  test: boolean;
}

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const word = z.string().regex(/^[A-Z_]{1,40}$/);
const amount = z.string().regex(/^-?\d{1,18}(\.\d{1,6})?$/);
/** PostgreSQL takes no NUL. */
const line = z.string().transform((text) => text.replaceAll("\0", "").slice(0, 255));
const idOf = (type: string) =>
  z
    .string()
    .regex(new RegExp(`^gid://shopify/${type}/\\d{1,20}$`))
    .transform((gid) => gid.slice(gid.lastIndexOf("/") + 1));

const node = z.object({
  id: idOf("Order"),
  name: line,
  email: line.nullable(),
  phone: line.nullable(),
  customer: z.object({ id: idOf("Customer") }).nullable(),
  createdAt: moment,
  processedAt: moment,
  updatedAt: moment,
  cancelledAt: moment.nullable(),
  closedAt: moment.nullable(),
  displayFinancialStatus: word.nullable(),
  displayFulfillmentStatus: word,
  returnStatus: word.nullable(),
  test: z.boolean(),
  currentTotalPriceSet: z.object({ shopMoney: z.object({ amount, currencyCode: word }) }),
  totalRefundedSet: z.object({ shopMoney: z.object({ amount }) }),
  currentSubtotalLineItemsQuantity: z.number().int().nonnegative(),
  fulfillments: z.array(
    z.object({ createdAt: moment, displayStatus: word.nullable(), deliveredAt: moment.nullable() }),
  ),
  refunds: z.array(z.object({ createdAt: moment.nullable() })),
});
type Node = z.output<typeof node>;

/** The order in an answer of Shopify's; null for what is none. */
export function readOrder(answered: unknown): MirroredOrder | null {
  const read = node.safeParse(answered);
  return read.success ? mirrored(read.data) : null;
}

const mirrored = (order: Node): MirroredOrder => ({
  shopifyId: order.id,
  name: order.name,
  email: normaliseEmail(order.email),
  phone: normalisePhone(order.phone),
  shopifyCustomerId: order.customer?.id ?? null,
  createdAt: order.createdAt,
  processedAt: order.processedAt,
  updatedAt: order.updatedAt,
  cancelledAt: order.cancelledAt,
  closedAt: order.closedAt,
  financial: order.displayFinancialStatus,
  fulfillment: order.displayFulfillmentStatus,
  returnStatus: order.returnStatus,
  onHold: order.displayFulfillmentStatus === "ON_HOLD",
  deliveredAt: deliveredAt(order),
  sentAt: last(parcelsOf(order).map(({ createdAt }) => createdAt)),
  refundedAt: last(order.refunds.map(({ createdAt }) => createdAt)),
  currency: order.currentTotalPriceSet.shopMoney.currencyCode,
  total: order.currentTotalPriceSet.shopMoney.amount,
  refunded: order.totalRefundedSet.shopMoney.amount,
  items: order.currentSubtotalLineItemsQuantity,
  test: order.test,
});

/** When the last parcel arrived: all of the order was sent, and every parcel that was not called back is there. */
function deliveredAt(order: Node): Date | null {
  const parcels = parcelsOf(order);
  if (order.displayFulfillmentStatus !== "FULFILLED" || !parcels.length) return null;
  const arrived = parcels.map(({ deliveredAt: at }) => at?.getTime() ?? Number.POSITIVE_INFINITY);
  const last = Math.max(...arrived);
  return Number.isFinite(last) ? new Date(last) : null;
}

const parcelsOf = ({ fulfillments }: Node) =>
  fulfillments.filter(({ displayStatus }) => displayStatus !== "CANCELED");

/** The latest of some moments; null when there are none. */
function last(moments: (Date | null)[]): Date | null {
  const times = moments.flatMap((at) => at?.getTime() ?? []);
  return times.length ? new Date(Math.max(...times)) : null;
}

/** "+46 70-123 45 67" gives "+46701234567"; null for what names no country. */
function normalisePhone(written: string | null): string | null {
  const digits = (written ?? "").replace(/[\s().-]/g, "").replace(/^00/, "+");
  return /^\+\d{5,15}$/.test(digits) ? digits : null;
}
