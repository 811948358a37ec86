import { env } from "./env.server.ts";

/**
 * The library's frame-ancestors are fixed to Shopify's own hosts. The sandbox's admin frame is another origin,
 * allowed only where SANDBOX_ORIGIN is set (never in production).
 */
export function allowSandboxFrame<T extends { headers: Headers }>(response: T): T {
  const policy = response.headers.get("Content-Security-Policy");
  if (env.SANDBOX_ORIGIN && policy) {
    response.headers.set(
      "Content-Security-Policy",
      policy.replace("frame-ancestors", `frame-ancestors ${env.SANDBOX_ORIGIN}`),
    );
  }
  return response;
}
