// How the admin opens the app: the address of the frame, with all that Shopify puts into it.

import { createHmac, randomUUID } from "node:crypto";
import { mintSessionToken } from "../shopify/session-token.ts";
import type { SandboxState } from "../state.ts";
import type { Shop, Staff } from "../world/types.ts";

/** The app's place in the admin's addresses: /admin/store/{handle}/apps/samla/… */
export const APP_HANDLE = "samla";
export const APP_NAME = "Samla";

/** Query parameters that are the admin's, not the app's: they stay out of the admin's own address. */
export const OWN_PARAMS = ["embedded", "shop", "host", "locale", "session", "timestamp", "id_token", "hmac"];

/** "fjallrum" of fjallrum.myshopify.com. */
export const handleOf = (shop: Shop): string => shop.domain.replace(".myshopify.com", "");

/** The address of `path` inside the app (with its own query), as opened by this member of the staff. */
export function frameAddress(state: SandboxState, shop: Shop, staff: Staff, path: string): string {
  const { appUrl, apiKey, apiSecret } = state.config;
  const now = state.now();
  const asked = new URL(path || "/", "http://app");
  const url = new URL(appUrl);
  url.pathname = asked.pathname;
  url.search = asked.search;
  const ours = {
    embedded: "1",
    shop: shop.domain,
    host: Buffer.from(`admin.shopify.com/store/${handleOf(shop)}`).toString("base64"),
    locale: staff.locale,
    session: randomUUID().replaceAll("-", ""),
    timestamp: String(Math.floor(now.getTime() / 1000)),
    id_token: mintSessionToken({ shop: shop.domain, userId: staff.id, apiKey, apiSecret, now }),
  };
  for (const [key, value] of Object.entries(ours)) url.searchParams.set(key, value);
  url.searchParams.set("hmac", signature(url.searchParams, apiSecret));
  return url.href;
}

const signature = (params: URLSearchParams, secret: string) =>
  createHmac("sha256", secret)
    .update(
      [...params]
        .map(([key, value]) => `${key}=${value}`)
        .toSorted()
        .join("&"),
    )
    .digest("hex");
