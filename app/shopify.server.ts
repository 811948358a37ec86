// The Shopify library, set up once: token exchange, online tokens per agent, expiring offline tokens per store.
import "@shopify/shopify-app-remix/server/adapters/node";
import { ApiVersion, AppDistribution, LogSeverity, shopifyApp } from "@shopify/shopify-app-remix/server";
import { shopifyApi } from "@shopify/shopify-api";
import { env } from "./env.server.ts";
import { log } from "./lib/log.server.ts";
import { sessionStorage } from "./session-storage.server.ts";

export const API_VERSION = ApiVersion.October26;

const shopify = shopifyApp({
  apiKey: env.SHOPIFY_API_KEY,
  apiSecretKey: env.SHOPIFY_API_SECRET,
  appUrl: env.SHOPIFY_APP_URL,
  apiVersion: API_VERSION,
  scopes: env.SCOPES.split(",").filter(Boolean),
  sessionStorage,
  distribution: AppDistribution.AppStore,
  useOnlineTokens: true,
  future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  logger: { level: LogSeverity.Warning, log: async (_severity, text) => log.warn({ from: "shopify" }, text) },
});

/** The bare API object: signatures and tokens without sessions, so that nothing is refreshed on the way. */
export const api = shopifyApi({
  apiKey: env.SHOPIFY_API_KEY,
  apiSecretKey: env.SHOPIFY_API_SECRET,
  hostName: new URL(env.SHOPIFY_APP_URL).host,
  apiVersion: API_VERSION,
  isEmbeddedApp: true,
  logger: { level: LogSeverity.Error },
});

/** The errors of its clients, for app/clients alone. */
export { GraphqlQueryError, HttpResponseError, HttpThrottlingError } from "@shopify/shopify-api";

export const authenticate = shopify.authenticate;
export const unauthenticated = shopify.unauthenticated;
export const addDocumentResponseHeaders = shopify.addDocumentResponseHeaders;
