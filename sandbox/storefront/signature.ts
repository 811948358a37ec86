// The signature Shopify puts on every call it forwards to an app's proxy address.

import { createHmac } from "node:crypto";

export type Parameters = [name: string, value: string][];

/**
 * Hex HMAC-SHA256 over the parameters, sorted by name and glued together as "name=value";
 * the values of a repeated name are joined by commas.
 */
export function proxySignature(parameters: Parameters, secret: string): string {
  const values = new Map<string, string[]>();
  for (const [name, value] of parameters) values.set(name, [...(values.get(name) ?? []), value]);
  const message = [...values]
    .map(([name, all]) => `${name}=${all.join(",")}`)
    .sort()
    .join("");
  return createHmac("sha256", secret).update(message).digest("hex");
}

export interface ProxyFacts {
  shop: string;
  /** blank when nobody is logged in */
  customerId: string;
  /** seconds since 1970 */
  timestamp: number;
}

export const PATH_PREFIX = "/apps/samla";
const RESERVED = ["shop", "logged_in_customer_id", "path_prefix", "timestamp", "signature", "hmac"];

/** The query the app sees: what the shopper's browser asked for, then Shopify's own parameters, signed. */
export function signedQuery(asked: URLSearchParams, facts: ProxyFacts, secret: string): URLSearchParams {
  const parameters: Parameters = [
    ...[...asked].filter(([name]) => !RESERVED.includes(name)),
    ["shop", facts.shop],
    ["logged_in_customer_id", facts.customerId],
    ["path_prefix", PATH_PREFIX],
    ["timestamp", String(facts.timestamp)],
  ];
  return new URLSearchParams([...parameters, ["signature", proxySignature(parameters, secret)]]);
}
