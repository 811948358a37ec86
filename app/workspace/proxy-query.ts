// Reading an app-proxy query. Shopify signs the parameters glued together without separators, so a signed
// query can be cut up differently and still verify: only the keys we know, once each, in the form they have.

const KEYS = ["shop", "logged_in_customer_id", "path_prefix", "timestamp", "signature"];
const SHOP = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;

/** Shopify's own library allows ±90 s; a signature older than that is not fresh. */
const FRESH_SECONDS = 90;

export interface ProxyQuery {
  shop: string;
  customerId: string | null;
  pathPrefix: string;
  /** as signed, for the HMAC check */
  params: URLSearchParams;
}

/** The query's parts, or null when it is not of the one form Shopify gives it. The signature is checked elsewhere. */
export function readProxyQuery(search: URLSearchParams, now: Date): ProxyQuery | null {
  const keys = [...search.keys()];
  if (keys.length !== KEYS.length || !KEYS.every((key) => search.has(key))) return null;
  const shop = search.get("shop") ?? "";
  const customerId = search.get("logged_in_customer_id") ?? "";
  const pathPrefix = search.get("path_prefix") ?? "";
  const timestamp = search.get("timestamp") ?? "";
  if (!SHOP.test(shop) || !/^\d*$/.test(customerId) || !/^\d{1,12}$/.test(timestamp)) return null;
  if (!/^\/[\w-]+\/[\w-]+$/.test(pathPrefix) || !/^[0-9a-f]{64}$/.test(search.get("signature") ?? ""))
    return null;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > FRESH_SECONDS) return null;
  return { shop, customerId: customerId || null, pathPrefix, params: search };
}
