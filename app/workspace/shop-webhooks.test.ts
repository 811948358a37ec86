import { describe, expect, test } from "vitest";
import { ORDER_TOPICS, type OrderTopic } from "./order-hints.ts";
import { believe, TOPICS, type Topic } from "./shop-webhooks.ts";

const shop = "fjallrum.myshopify.com";
const customer = { id: 191167, email: "ebba@example.com", phone: "+46701234567" };
const orderBody = (topic: OrderTopic): unknown => {
  if (topic === "orders/edited") return { order_edit: { id: 3, order_id: 5 } };
  if (topic === "orders/delete") return { id: 5 };
  if (topic.startsWith("orders/"))
    return { id: 5, admin_graphql_api_id: "gid://shopify/Order/5", updated_at: "2026-11-28T10:00:00Z" };
  return topic.startsWith("returns/") ? { id: 3, order: { id: 5 } } : { id: 3, order_id: 5 };
};
const bodies: Record<Topic, unknown> = {
  "app/uninstalled": { id: 1, domain: "fjallrum.se", myshopify_domain: shop },
  "app/scopes_update": {
    id: 1,
    previous: ["read_orders"],
    current: ["read_orders", "write_orders"],
    shop_id: 1,
  },
  "customers/data_request": {
    shop_id: 1,
    shop_domain: shop,
    orders_requested: [5],
    customer,
    data_request: { id: 9 },
  },
  "customers/redact": { shop_id: 1, shop_domain: shop, customer, orders_to_redact: [5] },
  "shop/redact": { shop_id: 1, shop_domain: shop },
  "customers/create": {
    id: 77,
    admin_graphql_api_id: "gid://shopify/Customer/77",
    updated_at: "2026-11-20T09:00:00Z",
  },
  "customers/update": {
    id: 77,
    admin_graphql_api_id: "gid://shopify/Customer/77",
    updated_at: "2026-11-20T09:00:00Z",
  },
  "customers/merge": {
    admin_graphql_api_customer_kept_id: "gid://shopify/Customer/1",
    admin_graphql_api_customer_deleted_id: "gid://shopify/Customer/2",
    status: "completed",
  },
  "customers/delete": { id: 77, admin_graphql_api_id: "gid://shopify/Customer/77" },
  "bulk_operations/finish": { admin_graphql_api_id: "gid://shopify/BulkOperation/1", status: "completed" },
  "app_subscriptions/update": {
    app_subscription: {
      admin_graphql_api_id: "gid://shopify/AppSubscription/1",
      name: "Plus",
      status: "ACTIVE",
      admin_graphql_api_shop_id: "gid://shopify/Shop/1",
    },
  },
  ...(Object.fromEntries(ORDER_TOPICS.map((topic) => [topic, orderBody(topic)])) as Record<
    OrderTopic,
    unknown
  >),
};
const ask = (topic: string, body: unknown, from = shop, topics: readonly Topic[] = TOPICS) =>
  believe({ topic, shop: from, rawBody: typeof body === "string" ? body : JSON.stringify(body) }, topics);

describe("a webhook's own body", () => {
  test.each(TOPICS)("%s is believed", (topic) => {
    expect(ask(topic, bodies[topic])).toMatchObject({ topic });
  });

  // All they do is have the order, or the customer, read anew: there is nothing to gain among them.
  const HINTS: readonly Topic[][] = [[...ORDER_TOPICS], ["customers/create", "customers/update"]];
  const areHints = (sent: Topic, said: Topic) =>
    HINTS.some((topics) => topics.includes(sent) && topics.includes(said));
  const swapped = TOPICS.flatMap((said) =>
    TOPICS.filter((sent) => sent !== said && !areHints(sent, said)).map((sent) => [sent, said] as const),
  );
  test.each(swapped)("of %s is not believed as %s", (sent, said) => {
    expect(ask(said, bodies[sent])).toBe("shape-of-another-topic");
  });

  const named = ["app/uninstalled", "customers/data_request", "customers/redact", "shop/redact"] as const;
  test.each(named)("of %s is not believed for another shop", (topic) => {
    expect(ask(topic, bodies[topic], "kystull.myshopify.com")).toBe("shop-mismatch");
  });

  test.each([
    ["an order", { id: 5, name: "#2188", email: "ebba@example.com", customer: { id: 1 } }],
    ["a list", []],
    ["null", null],
    ["a number", 5],
    ["a shop that is no text", { shop_domain: { a: 1 } }],
  ])("%s is not believed as shop/redact", (_, body) => {
    expect(ask("shop/redact", body)).toBe("shape-of-another-topic");
  });

  test("that is no JSON is unreadable", () => {
    expect(ask("shop/redact", '{"a":')).toBe("unreadable");
  });
});

test("a topic is believed only at its own address", () => {
  expect(ask("shop/redact", bodies["shop/redact"], shop, ["app/uninstalled"])).toBe("topic-elsewhere");
  expect(ask("products/update", bodies["shop/redact"])).toBe("topic-elsewhere");
});

test("a customer's missing fields are null, and ids are text", () => {
  const body = { shop_domain: shop, orders_to_redact: [5], customer: { id: 191167, email: null } };
  expect(ask("customers/redact", body)).toEqual({
    topic: "customers/redact",
    customer: { shopifyId: "191167", email: null, phone: null },
    orderIds: ["5"],
  });
});

test("a webhook about an order, or about a part of it, names the order", () => {
  for (const topic of ORDER_TOPICS) expect(ask(topic, bodies[topic])).toEqual({ topic, orderId: "5" });
});

test("more of an order than was asked for is not looked at", () => {
  expect(ask("orders/updated", { id: 5, email: "ebba@example.com" })).toBe("shape-of-another-topic");
});
