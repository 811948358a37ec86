// For tests beside these files: the mail and storefront parts on a free port, one small shop, and an app that
// answers as it is told and remembers what it got.

import { createServer } from "node:http";
import type { IncomingHttpHeaders, Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import type { Response } from "express";
import { postmarkRoutes } from "../postmark/routes.ts";
import { createState } from "../state.ts";
import type { SandboxState } from "../state.ts";
import { storefrontRoutes } from "../storefront/routes.ts";
import type { World } from "../world/types.ts";
import { controlMailRoutes } from "./control.ts";
import { mailRoutes } from "./routes.ts";
import { createMailStore } from "./store.ts";

export interface Got {
  method: string;
  path: string;
  query: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Trial {
  state: SandboxState;
  url: string;
  /** every request the app got, oldest first */
  got: Got[];
  /** how the app answers from now on */
  answer: (respond: (res: Response, got: Got) => void) => void;
  close(): Promise<void>;
}

/** Starts both servers. `extensionDir` is the theme extension whose blocks the storefront shows. */
export async function startTrial({
  extensionDir,
  world = WORLD,
}: { extensionDir?: URL; world?: World } = {}): Promise<Trial> {
  const got: Got[] = [];
  let respond: (res: Response, got: Got) => void = (res) => void res.sendStatus(200);
  const app = express();
  app.use(express.text({ type: () => true, limit: "80mb" }), (req, res) => {
    const [, query = ""] = req.originalUrl.split("?");
    const body = typeof req.body === "string" ? req.body : "";
    got.push({ method: req.method, path: req.path, query, headers: req.headers, body });
    respond(res, got.at(-1) ?? { method: "", path: "", query: "", headers: {}, body: "" });
  });
  const [appServer, appPort] = await listening(createServer(app));

  const sandbox = express();
  const [sandboxServer, port] = await listening(createServer(sandbox));
  const url = `http://127.0.0.1:${port}`;
  const state = createState({
    config: {
      appUrl: `http://127.0.0.1:${appPort}`,
      apiKey: "key",
      apiSecret: "hush",
      postmarkToken: "postmark-token",
      inboundAddress: "0123456789abcdef@inbound.postmarkapp.com",
      inboundHook: { user: "postmark", password: "hook" },
    },
    url,
    world,
    mail: createMailStore(),
  });
  state.mail.retryAfterMs = [5, 5, 5];
  state.mail.deliverAfterMs = 5;
  sandbox.use("/postmark", postmarkRoutes(state));
  sandbox.use("/mail", mailRoutes(state));
  sandbox.use("/control/mail", controlMailRoutes(state));
  sandbox.use("/storefront", storefrontRoutes(state, { extensionDir }));

  return {
    state,
    url,
    got,
    answer: (next) => void (respond = next),
    async close() {
      state.mail.close();
      await Promise.all(
        [appServer, sandboxServer].map(
          (server) =>
            new Promise((done) => {
              server.close(done);
              server.closeAllConnections();
            }),
        ),
      );
    },
  };
}

/** Resolves as soon as `holds` returns something; throws after two seconds. */
export async function eventually<T>(holds: () => T | undefined | false | null): Promise<T> {
  const until = Date.now() + 2000;
  for (;;) {
    const value = holds();
    if (value) return value;
    if (Date.now() > until) throw new Error("It did not happen within two seconds.");
    await new Promise((next) => setTimeout(next, 5));
  }
}

const listening = (server: Server) =>
  new Promise<[Server, number]>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve([server, (server.address() as AddressInfo).port]));
  });

const WORLD: World = {
  shops: [
    {
      domain: "ullbod.myshopify.com",
      id: "1",
      name: "Ullbod",
      publicDomain: "ullbod.se",
      email: "hej@ullbod.se",
      currency: "SEK",
      locale: "sv",
      country: "SE",
      timeZone: "Europe/Stockholm",
      scopes: "",
      staff: [],
      products: [
        {
          id: "11",
          handle: "vante",
          title: "Vante <grå>",
          description: "En varm vante.",
          vendor: "Ullbod",
          variants: [{ id: "111", title: "M", sku: "VA-M", price: "349.00" }],
        },
      ],
      customers: [
        {
          id: "21",
          firstName: "Åsa",
          lastName: "Öberg",
          email: "asa@example.com",
          phone: null,
          locale: "sv",
          createdAt: "2025-01-01T00:00:00Z",
          note: null,
          tags: [],
          verifiedEmail: true,
          address: null,
        },
      ],
      orders: [],
    },
  ],
};
