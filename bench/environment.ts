// What the measured app is started with: the demo's kind of keys, nobody's account, no sandbox.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const inboundAddress = "5f0c1d2e3b4a59687786a5b4c3d2e1f0@inbound.postmarkapp.com";
export const hook = { user: "postmark", password: "samla-bench-hook" };

/** The environment of an app process, or of app modules imported into this one. */
export function appEnvironment({
  databaseUrl,
  port = 0,
  role = "web",
}: {
  databaseUrl: string;
  port?: number;
  role?: "web" | "worker" | "all";
}): Record<string, string> {
  return {
    NODE_ENV: "production",
    TZ: "UTC",
    DATABASE_URL: databaseUrl,
    HOST: "127.0.0.1",
    PORT: String(port),
    ROLE: role,
    SHOPIFY_APP_URL: `http://127.0.0.1:${port}`,
    SHOPIFY_API_KEY: "samla-bench-key",
    SHOPIFY_API_SECRET: "samla-bench-secret",
    SCOPES: "",
    TOKEN_ENCRYPTION_KEY: Buffer.alloc(32, "samla-bench").toString("base64"),
    POSTMARK_SERVER_TOKEN: "samla-bench-postmark",
    // Nobody listens there: the figures are of our own work, not of a provider's.
    POSTMARK_API_URL: "http://127.0.0.1:9/postmark",
    POSTMARK_INBOUND_ADDRESS: inboundAddress,
    POSTMARK_WEBHOOK_USER: hook.user,
    POSTMARK_WEBHOOK_PASSWORD: hook.password,
    MAIL_FROM: "mail@samla.example",
    FILES_DIR: mkdtempSync(join(tmpdir(), "samla-bench-")),
    LOG_LEVEL: "error",
  };
}
