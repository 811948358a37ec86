import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { dataFolder, inRepo } from "./paths.mjs";

/** The environment of app and sandbox: everything on loopback, and no key of anybody's account. */
export function demoEnvironment({ port, databaseUrl }) {
  const app = `http://127.0.0.1:${port}`;
  const sandbox = `http://localhost:${port + 1}`;
  return {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    HOST: "127.0.0.1",
    PORT: String(port),
    ROLE: "all",
    SHOPIFY_APP_URL: app,
    SHOPIFY_API_KEY: "samla-sandbox-key",
    SHOPIFY_API_SECRET: "samla-sandbox-secret",
    SCOPES: scopes(),
    TOKEN_ENCRYPTION_KEY: tokenKey(),
    POSTMARK_SERVER_TOKEN: "samla-sandbox-postmark",
    POSTMARK_ACCOUNT_TOKEN: "samla-sandbox-account",
    POSTMARK_API_URL: `${sandbox}/postmark`,
    POSTMARK_INBOUND_ADDRESS: "5f0c1d2e3b4a59687786a5b4c3d2e1f0@inbound.postmarkapp.com",
    POSTMARK_WEBHOOK_USER: "postmark",
    POSTMARK_WEBHOOK_PASSWORD: "samla-sandbox-hook",
    MAIL_FROM: "mail@samla.example",
    FILES_DIR: join(dataFolder, "files"),
    LOG_LEVEL: process.env.LOG_LEVEL ?? "info",
    SANDBOX_ORIGIN: sandbox,
    APP_BRIDGE_URL: `${sandbox}/app-bridge.js`,
    SANDBOX_URL: sandbox,
  };
}

/** The scopes that shopify.app.toml asks for. */
function scopes() {
  const file = inRepo("shopify.app.toml");
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return /^scopes\s*=\s*"([^"]*)"/m.exec(text)?.[1] ?? "";
}

/** Made once and kept: tokens stored by an earlier run must stay readable. */
function tokenKey() {
  const file = join(dataFolder, "token-encryption-key");
  mkdirSync(dataFolder, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}
