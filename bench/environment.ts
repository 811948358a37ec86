// What the measured app is started with: the demo's kind of keys, nobody's account, no sandbox.
import { join } from "node:path";
import { cacheFolder } from "../scripts/paths.mjs";

export const inboundAddress = "5f0c1d2e3b4a59687786a5b4c3d2e1f0@inbound.postmarkapp.com";
export const hook = { user: "postmark", password: "samla-bench-hook" };
export const shopifyKeys = { apiKey: "samla-bench-key", apiSecret: "samla-bench-secret" };

/** The environment of an app process, or of app modules imported into this one. */
export function appEnvironment({
  databaseUrl,
  port = 0,
  role = "web",
  // Nobody listens there.
  postmarkUrl = "http://127.0.0.1:9/postmark",
}: {
  databaseUrl: string;
  port?: number;
  role?: "web" | "all";
  postmarkUrl?: string;
}): Record<string, string> {
  return {
    NODE_ENV: "production",
    TZ: "UTC",
    DATABASE_URL: databaseUrl,
    HOST: "127.0.0.1",
    PORT: String(port),
    ROLE: role,
    SHOPIFY_APP_URL: `http://127.0.0.1:${port}`,
    SHOPIFY_API_KEY: shopifyKeys.apiKey,
    SHOPIFY_API_SECRET: shopifyKeys.apiSecret,
    SCOPES: "",
    TOKEN_ENCRYPTION_KEY: Buffer.alloc(32, "samla-bench").toString("base64"),
    POSTMARK_SERVER_TOKEN: "samla-bench-postmark",
    POSTMARK_API_URL: postmarkUrl,
    POSTMARK_INBOUND_ADDRESS: inboundAddress,
    POSTMARK_WEBHOOK_USER: hook.user,
    POSTMARK_WEBHOOK_PASSWORD: hook.password,
    MAIL_FROM: "mail@samla.example",
    FILES_DIR: join(cacheFolder, "bench", "files"),
    LOG_LEVEL: "error",
  };
}
