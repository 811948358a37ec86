// The outside world, offline: Shopify's admin and APIs, storefronts, mailboxes and Postmark, on one local port.
//
// How faithful it is:
//   Admin GraphQL   validated and executed against Shopify's published 2026-10 schema; scopes, protected data, paging,
//                   costs and throttling as documented. Only the fields listed in shopify/graph are answered; any other
//                   is an error (HTTP 501), never null. Exact costs are not published, ours have the right size.
//   Tokens          real HS256 session tokens (60 s), token exchange, expiring offline tokens with rotating refresh.
//                   Error texts are ours, error codes Shopify's.
//   Webhooks        signed over the raw body with Shopify's headers; no retries, order and copies as asked for.
//   Admin frame     looks and behaves like the admin for what an embedded app sees: title bar, navigation, toasts,
//                   modals, save bar, session tokens by App Bridge messages. Our own App Bridge script, not Shopify's.
//   Elsewhere       hosts under .example: pictures of one colour, nothing else.
//   Storefront, mail, Postmark and the object store say in their own headers what they can do. SMS comes later.
// Everything listens on loopback only. The admin and the shops are on `localhost`, the app on 127.0.0.1: two sites.

import { once } from "node:events";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { adminRoutes } from "./admin/routes.ts";
import { controlRoutes } from "./control/routes.ts";
import { elsewhereRoutes } from "./elsewhere/routes.ts";
import { controlMailRoutes } from "./mail/control.ts";
import { mailRoutes } from "./mail/routes.ts";
import { createMailStore } from "./mail/store.ts";
import { objectRoutes } from "./objects/routes.ts";
import { postmarkRoutes } from "./postmark/routes.ts";
import { shopifyRoutes } from "./shopify/routes.ts";
import type { SandboxConfig, SandboxState } from "./state.ts";
import { createState } from "./state.ts";
import { storefrontRoutes } from "./storefront/routes.ts";
import type { World } from "./world/types.ts";

export interface SandboxOptions extends SandboxConfig {
  /** 0 = any free port */
  port: number;
  world: World;
  /** what every merchant granted; without it, what the world says */
  scopes?: string;
}

export interface Sandbox {
  /** http://localhost:PORT */
  url: string;
  adminUrl: string;
  storefrontUrl: string;
  mailUrl: string;
  smsUrl: string;
  state: SandboxState;
  close(): Promise<void>;
}

/** Starts the sandbox on 127.0.0.1 (and ::1 where there is one). Rejects when the port is taken. */
export async function startSandbox({ port, world, scopes, ...config }: SandboxOptions): Promise<Sandbox> {
  const app = express();
  app.disable("x-powered-by");
  const servers = await listen(app, port);
  const url = `http://localhost:${servers.port}`;
  const granted = scopes === undefined ? world : { shops: world.shops.map((shop) => ({ ...shop, scopes })) };
  const state = createState({ config, url, world: granted, mail: createMailStore() });

  app.use("/shopify", shopifyRoutes(state));
  app.use("/control/mail", controlMailRoutes(state));
  app.use("/control", controlRoutes(state));
  app.use("/postmark", postmarkRoutes(state));
  app.use("/objects", objectRoutes(state));
  app.use("/elsewhere", elsewhereRoutes(state));
  app.use("/storefront", storefrontRoutes(state));
  app.use("/mail", mailRoutes(state));
  app.use(adminRoutes(state));

  return {
    url,
    adminUrl: `${url}/admin`,
    storefrontUrl: `${url}/storefront`,
    mailUrl: `${url}/mail`,
    smsUrl: `${url}/sms`,
    state,
    async close() {
      state.mail.close();
      await Promise.all(servers.all.map(stop));
    },
  };
}

/** `localhost` may mean ::1 first, so both loopbacks listen on the same port; a machine without IPv6 does with one. */
async function listen(app: express.Express, wanted: number): Promise<{ port: number; all: Server[] }> {
  const first = createServer(app);
  first.listen(wanted, "127.0.0.1");
  await once(first, "listening");
  const { port } = first.address() as AddressInfo;

  const second = createServer(app);
  second.listen(port, "::1");
  const both = await once(second, "listening").then(
    () => true,
    () => false,
  );
  return { port, all: both ? [first, second] : [first] };
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
