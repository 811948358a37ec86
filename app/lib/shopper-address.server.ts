import { env } from "../env.server.ts";
import { lineOf } from "./client-address.ts";

/**
 * The address of the browser behind an app-proxy request. Each proxy adds whom it heard: ours (TRUSTED_PROXIES) add
 * Shopify's, Shopify adds the shopper's. What stands further left anybody may have written. Null when it says nothing.
 */
export function shopperAddress(request: Request): string | null {
  const heard = (request.headers.get("X-Forwarded-For") ?? "").split(",").map((part) => part.trim());
  return lineOf(heard[Math.max(0, heard.length - 1 - env.TRUSTED_PROXIES)]);
}
