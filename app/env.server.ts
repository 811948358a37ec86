// The only reader of process.env in app/. Fails at start, naming every key that is wrong. .env.example explains each.
import { z } from "zod";

const S3 = ["S3_ENDPOINT", "S3_REGION", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;

const keys = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  DATABASE_URL: z.string().startsWith("postgres"),
  DATABASE_POOL: z.coerce.number().int().min(2).default(10),
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().default(3000),
  ROLE: z.enum(["web", "worker", "all"]).default("all"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  SHOPIFY_APP_URL: z.url(),
  SHOPIFY_API_KEY: z.string().min(1),
  SHOPIFY_API_SECRET: z.string().min(1),
  SCOPES: z.string().default(""),
  TOKEN_ENCRYPTION_KEY: z
    .string()
    .refine((key) => Buffer.from(key, "base64").length === 32, "must be 32 bytes in base64"),
  POSTMARK_SERVER_TOKEN: z.string().min(1),
  POSTMARK_ACCOUNT_TOKEN: z.string().min(1).optional(),
  POSTMARK_API_URL: z.url().default("https://api.postmarkapp.com"),
  POSTMARK_INBOUND_ADDRESS: z.email(),
  POSTMARK_WEBHOOK_USER: z.string().min(1),
  POSTMARK_WEBHOOK_PASSWORD: z.string().min(8),
  MAIL_FROM: z.email(),
  FILES_DIR: z.string().default("files"),
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().min(1).optional(),
  S3_BUCKET: z.string().min(1).optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(1),
  APP_BRIDGE_URL: z.url().optional(),
  SANDBOX_ORIGIN: z.url().optional(),
});

const schema = keys.superRefine((given, context) => {
  const missing = S3.filter((key) => !given[key]);
  if (missing.length === S3.length) return;
  for (const key of missing)
    context.addIssue({
      code: "custom",
      path: [key],
      message: `is missing: the S3_ keys are set all or none`,
    });
});

function readEnv() {
  const parsed = schema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not complete (see .env.example):\n${lines.join("\n")}`);
}

/** The settings this process runs with. */
export const env = readEnv();
