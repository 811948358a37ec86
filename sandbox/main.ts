// The sandbox as a program: node sandbox/main.ts. Settings come from the environment; the defaults fit `npm run demo`.

import { startSandbox } from "./start.ts";
import { makeWorld } from "./world/world.ts";

const { env } = process;

const sandbox = await startSandbox({
  port: Number(env.PORT ?? 3001),
  appUrl: (env.SHOPIFY_APP_URL ?? "http://127.0.0.1:3000").replace(/\/$/, ""),
  apiKey: env.SHOPIFY_API_KEY ?? "samla-sandbox-key",
  apiSecret: env.SHOPIFY_API_SECRET ?? "samla-sandbox-secret",
  postmarkToken: env.POSTMARK_SERVER_TOKEN ?? "samla-sandbox-postmark",
  postmarkAccountToken: env.POSTMARK_ACCOUNT_TOKEN,
  inboundAddress: env.POSTMARK_INBOUND_ADDRESS ?? "5f0c1d2e3b4a59687786a5b4c3d2e1f0@inbound.postmarkapp.com",
  inboundHook: {
    user: env.POSTMARK_WEBHOOK_USER ?? "postmark",
    password: env.POSTMARK_WEBHOOK_PASSWORD ?? "samla-sandbox-hook",
  },
  world: makeWorld({ now: new Date() }),
  // These merchants have granted what the app asks for, and agreed to its optional scope too.
  scopes: env.SCOPES && `${env.SCOPES},read_all_orders`,
});

console.log(`sandbox listening ${sandbox.url}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
}
