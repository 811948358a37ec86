// Who may put our pages into a frame: the shop they are shown in and Shopify's admin, nobody else.
import { expect, test } from "vitest";
import { allowSandboxFrame } from "./frame.server.ts";
import { addDocumentResponseHeaders } from "./shopify.server.ts";

function policyFor(shop: string): string {
  const headers = new Headers();
  const url = new URL("http://127.0.0.1:3000/app/tickets");
  url.searchParams.set("shop", shop);
  addDocumentResponseHeaders(new Request(url), headers);
  allowSandboxFrame({ headers });
  return headers.get("Content-Security-Policy") ?? "";
}

test.each(["a.myshopify.com", "b.myshopify.com"])(
  "a page for %s may be framed there and in the admin",
  (shop) => {
    const policy = policyFor(shop);
    expect(policy).toContain(`https://${shop}`);
    expect(policy).toContain("https://admin.shopify.com");
    expect(policy.match(/[\w-]+\.myshopify\.com/g)).toEqual([shop]);
    expect(policy).not.toContain("localhost");
  },
);

test.each(["evil.com", "a.myshopify.com.evil.com", "a.myshopify.com;x", ""])(
  "a page for %j names no such host",
  (shop) => {
    const policy = policyFor(shop);
    expect(policy).not.toContain("evil.com");
    expect(policy).not.toContain(";x");
  },
);
