// What Shopify's webhooks look like, and which of them to believe. Pure.
// The signature covers the body only: a body of one topic can be sent again under another topic or another
// shop's name. So the body itself must name the shop and have the shape of its topic before anything happens.
import { z } from "zod";
import { ORDER_TOPICS, orderIn, type OrderTopic } from "./order-hints.ts";

export const TOPICS = [
  "app/uninstalled",
  "app/scopes_update",
  "customers/data_request",
  "customers/redact",
  "shop/redact",
  "customers/create",
  "customers/update",
  "customers/delete",
  "customers/merge",
  "bulk_operations/finish",
  "app_subscriptions/update",
  ...ORDER_TOPICS,
] as const;
export type Topic = (typeof TOPICS)[number];

const absent = z.undefined().optional();
const id = z.union([z.number().int().nonnegative(), z.string().regex(/^\d{1,20}$/)]).transform(String);
const customer = z.object({
  id: id.nullish().transform((value) => value ?? null),
  email: z.string().max(1000).nullish(),
  phone: z.string().max(100).nullish(),
});

const uninstalled = z.object({ myshopify_domain: z.string(), shop_domain: absent, customer: absent });
const scopesUpdate = z.object({
  previous: z.array(z.string().max(100)).max(500),
  current: z.array(z.string().regex(/^[a-z_]{1,100}$/)).max(500),
  shop_id: id.nullish(),
});
const dataRequest = z.object({
  shop_domain: z.string(),
  customer,
  data_request: z.object({ id }).nullish(),
  orders_to_redact: absent,
});
const customerRedact = z.object({
  shop_domain: z.string(),
  customer,
  orders_to_redact: z.array(id).max(100_000).nullish(),
  data_request: absent,
  orders_requested: absent,
});
const shopRedact = z.object({
  shop_domain: z.string(),
  customer: absent,
  data_request: absent,
  orders_requested: absent,
  orders_to_redact: absent,
});
/** Only what the app asked for (include_fields) is in these. */
const customerDelete = z.strictObject({
  id,
  admin_graphql_api_id: z.string().regex(/^gid:\/\/shopify\/Customer\/\d{1,20}$/),
});
const customerChange = customerDelete.extend({ updated_at: z.string().max(50) });
/** "failed" says that nothing came of it. */
const customersMerge = z
  .strictObject({
    admin_graphql_api_customer_kept_id: z.string(),
    admin_graphql_api_customer_deleted_id: z.string(),
    status: z.string().max(50),
  })
  .transform((body) => ({
    keptId: customerIn(body.admin_graphql_api_customer_kept_id),
    deletedId: customerIn(body.admin_graphql_api_customer_deleted_id),
    done: body.status === "completed",
  }));
const bulkFinish = z.strictObject({
  admin_graphql_api_id: z.string().regex(/^gid:\/\/shopify\/BulkOperation\/\d{1,20}$/),
  status: z.string().max(50),
});

const subscriptionUpdate = z.object({
  app_subscription: z.object({
    admin_graphql_api_id: z.string().regex(/^gid:\/\/shopify\/AppSubscription\/\d{1,20}$/),
    admin_graphql_api_shop_id: z.string().regex(/^gid:\/\/shopify\/Shop\/\d{1,20}$/),
  }),
});

/** Whom Shopify means, as it names them. */
export interface NamedCustomer {
  shopifyId: string | null;
  email: string | null;
  phone: string | null;
}

export type ShopWebhook =
  | { topic: "app/uninstalled" }
  | { topic: "app/scopes_update"; previous: string[]; current: string[]; shopId: string | null }
  | { topic: "customers/data_request"; customer: NamedCustomer; requestId: string | null }
  | { topic: "customers/redact"; customer: NamedCustomer; orderIds: string[] }
  | { topic: "shop/redact" }
  | { topic: "customers/create"; shopifyId: string }
  | { topic: "customers/update"; shopifyId: string }
  | { topic: "customers/delete"; shopifyId: string }
  | { topic: "customers/merge"; keptId: string; deletedId: string; done: boolean }
  | { topic: "bulk_operations/finish" }
  | { topic: "app_subscriptions/update" }
  | { topic: OrderTopic; orderId: string };

/** Why a signed webhook is put aside for a person to look at, instead of taking effect. */
export type Doubt = "topic-elsewhere" | "unreadable" | "shape-of-another-topic" | "shop-mismatch";

/** The webhook, if its body bears out what its headers say; otherwise what is wrong. */
export function believe(
  sent: { topic: string; shop: string; rawBody: string },
  topics: readonly Topic[],
): ShopWebhook | Doubt {
  const topic = topics.find((known) => known === sent.topic);
  if (!topic) return "topic-elsewhere";
  const body = parsed(sent.rawBody);
  if (body === undefined) return "unreadable";
  const shaped = READ[topic](body);
  if (!shaped) return "shape-of-another-topic";
  if (shaped.shop !== null && shaped.shop.toLowerCase() !== sent.shop) return "shop-mismatch";
  return shaped.webhook;
}

function parsed(rawBody: string): unknown {
  try {
    return JSON.parse(rawBody);
  } catch {
    return undefined;
  }
}

/** shop is null for topics whose body does not name it by domain. */
type Shaped = { shop: string | null; webhook: ShopWebhook };
type Read = (body: unknown) => Shaped | null;

const READ: Record<Topic, Read> = {
  "app/uninstalled": reader(uninstalled, (body) => ({
    shop: body.myshopify_domain,
    webhook: { topic: "app/uninstalled" },
  })),
  "app/scopes_update": reader(scopesUpdate, (body) => ({
    shop: null,
    webhook: {
      topic: "app/scopes_update",
      previous: body.previous,
      current: body.current,
      shopId: body.shop_id ?? null,
    },
  })),
  "customers/data_request": reader(dataRequest, (body) => ({
    shop: body.shop_domain,
    webhook: {
      topic: "customers/data_request",
      customer: named(body.customer),
      requestId: body.data_request?.id ?? null,
    },
  })),
  "customers/redact": reader(customerRedact, (body) => ({
    shop: body.shop_domain,
    webhook: {
      topic: "customers/redact",
      customer: named(body.customer),
      orderIds: body.orders_to_redact ?? [],
    },
  })),
  "shop/redact": reader(shopRedact, (body) => ({
    shop: body.shop_domain,
    webhook: { topic: "shop/redact" },
  })),
  "customers/create": reader(customerChange, (body) => ({
    shop: null,
    webhook: { topic: "customers/create", shopifyId: body.id },
  })),
  "customers/update": reader(customerChange, (body) => ({
    shop: null,
    webhook: { topic: "customers/update", shopifyId: body.id },
  })),
  "customers/merge": reader(customersMerge, ({ keptId, deletedId, done }) =>
    keptId && deletedId
      ? { shop: null, webhook: { topic: "customers/merge", keptId, deletedId, done } }
      : null,
  ),
  "customers/delete": reader(customerDelete, (body) => ({
    shop: null,
    webhook: { topic: "customers/delete", shopifyId: body.id },
  })),
  "bulk_operations/finish": reader(bulkFinish, () => ({
    shop: null,
    webhook: { topic: "bulk_operations/finish" },
  })),
  // Only that something changed: what, is read with the store's own token.
  "app_subscriptions/update": reader(subscriptionUpdate, () => ({
    shop: null,
    webhook: { topic: "app_subscriptions/update" },
  })),
  ...(Object.fromEntries(ORDER_TOPICS.map((topic) => [topic, hint(topic)])) as Record<OrderTopic, Read>),
};

function reader<T>(schema: z.ZodType<T>, shape: (body: T) => Shaped | null): Read {
  return (body) => {
    const read = schema.safeParse(body);
    return read.success ? shape(read.data) : null;
  };
}

function hint(topic: OrderTopic): Read {
  return (body) => {
    const orderId = orderIn(topic, body);
    return orderId === null ? null : { shop: null, webhook: { topic, orderId } };
  };
}

const customerIn = (gid: string): string | null =>
  /^gid:\/\/shopify\/Customer\/(\d{1,20})$/.exec(gid)?.[1] ?? null;

const named = (from: z.output<typeof customer>): NamedCustomer => ({
  shopifyId: from.id,
  email: from.email || null,
  phone: from.phone || null,
});
