import { describe, expect, test } from "vitest";
import { proxySignature, signedQuery } from "./signature.ts";
import type { Parameters } from "./signature.ts";

// The example of Shopify's documentation, with its secret.
const published = (customer: string): Parameters => [
  ["extra", "1"],
  ["extra", "2"],
  ["shop", "shop-name.myshopify.com"],
  ["logged_in_customer_id", customer],
  ["path_prefix", "/apps/awesome_reviews"],
  ["timestamp", "1317327555"],
];

describe("the proxy's signature", () => {
  test("is the published one for a customer who is logged in", () => {
    expect(proxySignature(published("1"), "hush")).toBe(
      "4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb",
    );
  });

  test("is the published one for an anonymous shopper", () => {
    expect(proxySignature(published(""), "hush")).toBe(
      "e072b6d7e6622d85912a5214b860d3100dc1e73d9bc29f43796ac8c9ff8093cb",
    );
  });

  test("covers what the shopper asked for, and keeps Shopify's own names for Shopify", () => {
    const asked = new URLSearchParams("q=1&q=2&shop=other.myshopify.com&logged_in_customer_id=9&signature=x");
    const facts = { shop: "ullbod.myshopify.com", customerId: "", timestamp: 1_700_000_000 };
    const query = signedQuery(asked, facts, "hush");
    expect(query.getAll("shop")).toEqual(["ullbod.myshopify.com"]);
    expect(query.getAll("logged_in_customer_id")).toEqual([""]);
    expect(query.getAll("q")).toEqual(["1", "2"]);
    const signature = query.get("signature");
    query.delete("signature");
    expect(signature).toBe(proxySignature([...query], "hush"));
  });
});
