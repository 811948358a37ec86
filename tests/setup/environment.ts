// Runs before each test file: the environment an app module reads when it is imported.
// The worker's database is its own, so files run side by side; a test keeps to its own workspace.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const adminUrl = new URL(process.env.TEST_DATABASE_ADMIN_URL ?? "");
const database = `${process.env.TEST_RUN}_${process.env.VITEST_POOL_ID}`;
const ownUrl = Object.assign(new URL(adminUrl), { pathname: `/${database}` }).href;

// Files that share their modules share what these read, too.
if (process.env.DATABASE_URL !== ownUrl)
  Object.assign(process.env, {
    NODE_ENV: "test",
    TZ: "UTC",
    DATABASE_URL: ownUrl,
    HOST: "127.0.0.1",
    PORT: "0",
    ROLE: "all",
    SHOPIFY_APP_URL: "http://127.0.0.1:3000",
    SHOPIFY_API_KEY: "samla-sandbox-key",
    SHOPIFY_API_SECRET: "samla-sandbox-secret",
    SCOPES: "",
    TOKEN_ENCRYPTION_KEY: Buffer.alloc(32, "samla-test").toString("base64"),
    POSTMARK_SERVER_TOKEN: "samla-sandbox-postmark",
    POSTMARK_ACCOUNT_TOKEN: "samla-sandbox-account",
    POSTMARK_API_URL: "http://127.0.0.1:9/postmark",
    POSTMARK_INBOUND_ADDRESS: "5f0c1d2e3b4a59687786a5b4c3d2e1f0@inbound.postmarkapp.com",
    POSTMARK_WEBHOOK_USER: "postmark",
    POSTMARK_WEBHOOK_PASSWORD: "samla-sandbox-hook",
    MAIL_FROM: "mail@samla.example",
    FILES_DIR: mkdtempSync(join(tmpdir(), "samla-files-")),
    LOG_LEVEL: "silent",
  });
