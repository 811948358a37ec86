import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readProxyQuery } from "./proxy-query.ts";

const NOW = new Date("2026-11-21T12:00:00Z");
const SECONDS = NOW.getTime() / 1000;

/** As Shopify signs: parameters sorted and glued together without separators. */
const sign = (params: [string, string][]) =>
  createHmac("sha256", "hush")
    .update(
      params
        .map(([key, value]) => `${key}=${value}`)
        .sort()
        .join(""),
    )
    .digest("hex");

const PARAMS: [string, string][] = [
  ["shop", "fjallrum.myshopify.com"],
  ["logged_in_customer_id", ""],
  ["path_prefix", "/apps/samla"],
  ["timestamp", String(SECONDS)],
];

const signed = (params: [string, string][]) => new URLSearchParams([...params, ["signature", sign(params)]]);
const read = (params: [string, string][]) => readProxyQuery(signed(params), NOW);
const changed = (key: string, value: string) =>
  PARAMS.map(([name, old]): [string, string] => [name, name === key ? value : old]);

test("Shopify's query is read", () => {
  expect(read(PARAMS)).toMatchObject({
    shop: "fjallrum.myshopify.com",
    customerId: null,
    pathPrefix: "/apps/samla",
  });
  expect(read(changed("logged_in_customer_id", "42"))).toMatchObject({ customerId: "42" });
});

test.each([
  ["a second shop in front", new URLSearchParams([["shop", "b.myshopify.com"], ...signed(PARAMS)])],
  ["a second shop behind", new URLSearchParams([...signed(PARAMS), ["shop", "b.myshopify.com"]])],
  ["a parameter we don't know", signed([...PARAMS, ["m", "x"]])],
  ["no signature", new URLSearchParams(PARAMS)],
  ["two signatures", new URLSearchParams([...signed(PARAMS), ["signature", "0".repeat(64)]])],
  ["a signature of another length", new URLSearchParams([...PARAMS, ["signature", "0".repeat(63)]])],
  ["no timestamp", signed(PARAMS.filter(([key]) => key !== "timestamp"))],
  ["nothing", new URLSearchParams()],
])("%s is refused", (_, query) => {
  expect(readProxyQuery(query, NOW)).toBeNull();
});

test.each([
  ["timestamp", String(SECONDS - 91)],
  ["timestamp", String(SECONDS + 91)],
  ["timestamp", ""],
  ["timestamp", `${SECONDS}x`],
  ["timestamp", "NaN"],
  ["timestamp", "9".repeat(13)],
  ["shop", "evil.com"],
  ["shop", "a.myshopify.com.evil.com"],
  ["shop", "a.myshopify.com;x"],
  ["shop", "https://a.myshopify.com"],
  ["shop", "A.MYSHOPIFY.COM"],
  ["shop", "a.myshopify.com\n"],
  ["shop", ""],
  ["logged_in_customer_id", "42m=x"],
  ["logged_in_customer_id", "-1"],
  ["logged_in_customer_id", "42 "],
  ["path_prefix", "/apps/samla/../x"],
  ["path_prefix", "//evil.example/x"],
  ["path_prefix", ""],
])("%s %j is refused", (key, value) => {
  expect(read(changed(key, value))).toBeNull();
});

test.each([SECONDS - 90, SECONDS + 90])("a timestamp of %i is fresh enough", (at) => {
  expect(read(changed("timestamp", String(at)))).not.toBeNull();
});

test("however the signed text is cut up again, it is read as what was signed or not at all", () => {
  const honest: [string, string][] = changed("logged_in_customer_id", "42");
  const glued = honest
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join("");
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: glued.length - 1 }), { maxLength: 6 });
  fc.assert(
    fc.property(cuts, (places) => {
      const edges = [0, ...places.sort((a, b) => a - b), glued.length];
      const parts = edges.slice(1).map((end, n) => glued.slice(edges[n], end));
      const params = parts.map((part): [string, string] => {
        const at = part.indexOf("=");
        return at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 1)];
      });
      const query = new URLSearchParams([...params, ["signature", sign(honest)]]);
      const found = readProxyQuery(query, NOW);
      if (found) expect(found).toMatchObject({ shop: "fjallrum.myshopify.com", customerId: "42" });
    }),
    { numRuns: 2000 },
  );
});

test("the re-cut that the library accepts is refused", () => {
  const query = new URLSearchParams([
    ...changed("logged_in_customer_id", "42"),
    ["m", "xlogged_in_customer_id="],
    ["signature", "0".repeat(64)],
  ]);
  expect(readProxyQuery(query, NOW)).toBeNull();
});
