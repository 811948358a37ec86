// Webhooks about orders only say which order to look at: what it is now is asked of Shopify with the store's own
// token, so a body of another shop finds nothing there. Pure.
import { z } from "zod";

export const ORDER_TOPICS = [
  "orders/create",
  "orders/updated",
  "orders/cancelled",
  "orders/fulfilled",
  "orders/partially_fulfilled",
  "orders/paid",
  "orders/edited",
  "orders/delete",
  "refunds/create",
  "fulfillments/create",
  "fulfillments/update",
  "returns/request",
  "returns/approve",
  "returns/decline",
  "returns/update",
  "returns/process",
  "returns/cancel",
  "returns/close",
  "returns/reopen",
] as const;
export type OrderTopic = (typeof ORDER_TOPICS)[number];

const number = z.union([z.number().int().positive(), z.string().regex(/^\d{1,20}$/)]).transform(String);
const gid = (type: string) => z.string().regex(new RegExp(`^gid://shopify/${type}/\\d{1,20}$`));

/** Only what the app asked for (include_fields): a body with anything else is another topic's. */
const ofOrder = z
  .strictObject({ id: number, admin_graphql_api_id: gid("Order"), updated_at: z.string().max(50).nullish() })
  .transform(({ id }) => id);
const ofDeleted = z.strictObject({ id: number }).transform(({ id }) => id);
const ofPart = z.strictObject({ id: number, order_id: number }).transform(({ order_id: id }) => id);
const ofReturn = z
  .strictObject({
    id: number,
    order: z.strictObject({ id: number, admin_graphql_api_id: gid("Order").optional() }),
  })
  .transform(({ order }) => order.id);
/** orders/edited speaks of the edit. */
const ofEdit = z
  .strictObject({
    order_edit: z.strictObject({ id: number.optional(), order_id: number }),
  })
  .transform(({ order_edit: edit }) => edit.order_id);

/** The order a webhook of this topic speaks of; null for what does not look like one. */
export function orderIn(topic: OrderTopic, body: unknown): string | null {
  const read = shapeOf(topic).safeParse(body);
  return read.success ? read.data : null;
}

function shapeOf(topic: OrderTopic): z.ZodType<string> {
  if (topic === "orders/edited") return ofEdit;
  if (topic === "orders/delete") return ofDeleted;
  if (topic.startsWith("orders/")) return ofOrder;
  return topic.startsWith("returns/") ? ofReturn : ofPart;
}
