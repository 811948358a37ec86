import { describe, expect, test } from "vitest";
import { believe, TOPICS, type Topic } from "./shop-webhooks.ts";

const shop = "fjallrum.myshopify.com";
const customer = { id: 191167, email: "ebba@example.com", phone: "+46701234567" };
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
};
const ask = (topic: string, body: unknown, from = shop, topics: readonly Topic[] = TOPICS) =>
  believe({ topic, shop: from, rawBody: typeof body === "string" ? body : JSON.stringify(body) }, topics);

describe("a webhook's own body", () => {
  test.each(TOPICS)("%s is believed", (topic) => {
    expect(ask(topic, bodies[topic])).toMatchObject({ topic });
  });

  const swapped = TOPICS.flatMap((said) =>
    TOPICS.filter((sent) => sent !== said).map((sent) => [sent, said] as const),
  );
  test.each(swapped)("of %s is not believed as %s", (sent, said) => {
    expect(ask(said, bodies[sent])).toBe("shape-of-another-topic");
  });

  test.each(TOPICS.filter((topic) => topic !== "app/scopes_update"))(
    "of %s is not believed for another shop",
    (topic) => {
      expect(ask(topic, bodies[topic], "kystull.myshopify.com")).toBe("shop-mismatch");
    },
  );

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
  expect(ask("orders/updated", bodies["shop/redact"])).toBe("topic-elsewhere");
});

test("a customer's missing fields are null, and ids are text", () => {
  const body = { shop_domain: shop, orders_to_redact: [5], customer: { id: 191167, email: null } };
  expect(ask("customers/redact", body)).toEqual({
    topic: "customers/redact",
    customer: { shopifyId: "191167", email: null, phone: null },
    orderIds: ["5"],
  });
});
