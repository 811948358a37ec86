import { env } from "../env.server.ts";

/** Where a page of the app stands in a store's Shopify admin. */
export const adminLink = (shopDomain: string, path: string): string =>
  `https://admin.shopify.com/store/${shopDomain.replace(".myshopify.com", "")}/apps/${env.SHOPIFY_API_KEY}${path}`;
