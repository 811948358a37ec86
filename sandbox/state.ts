// Everything the pretend outside world remembers while it runs. One object, shared by all its parts.
// Parts read `state.world`, `state.mail` … each time they need them: a reset replaces them.

import { setTimeout as wait } from "node:timers/promises";
import type { Request, Response } from "express";
import type { MailStore } from "./mail/store.ts";
import type { StoredObject } from "./objects/routes.ts";
import type { Installation } from "./shopify/installation.ts";
import { createInstallations } from "./shopify/installation.ts";
import type { TokenStore } from "./shopify/token-store.ts";
import { createTokenStore } from "./shopify/token-store.ts";
import type { Shop, World } from "./world/types.ts";

export interface SandboxConfig {
  /** origin of the app under test, no slash at the end */
  appUrl: string;
  apiKey: string;
  apiSecret: string;
  postmarkToken: string;
  /** of the domain API; its own default when left out */
  postmarkAccountToken?: string;
  inboundAddress: string;
  /** basic auth that Postmark puts into its webhook addresses */
  inboundHook: { user: string; password: string };
}

export interface Call {
  at: string;
  service: "shopify" | "postmark" | "objects" | "elsewhere" | "app";
  method: string;
  path: string;
  /** 0 when the connection was dropped before an answer */
  status: number;
  body?: unknown;
  shop?: string;
  /** what a query of the Admin API cost */
  points?: number;
}

export interface FailRule {
  service: "shopify" | "postmark" | "objects";
  /** substring matched against `${method} ${path} ${body}` */
  match: string;
  times: number;
  status?: number;
  drop?: boolean;
  /** Shopify's usual way to say that the budget is spent: HTTP 200, with an error */
  throttled?: boolean;
  delayMs?: number;
}

export interface SandboxState {
  config: SandboxConfig;
  /** http://localhost:PORT, no slash at the end */
  url: string;
  /** a mutable copy: what mutations and webhooks change */
  world: World;
  mail: MailStore;
  /** what the object store holds, by path */
  objects: Map<string, StoredObject>;
  calls: Call[];
  failures: FailRule[];
  clockOffsetMs: number;
  /** how long Shopify's asynchronous jobs take */
  jobsTakeMs: number;
  /** The world's time: the machine's, moved by POST /control/clock. */
  now(): Date;
  tokens: TokenStore;
  /** What each shop knows about the app: installed or not, its metafields, its query budget. By shop domain. */
  installations: Map<string, Installation>;
}

/** Builds the state of a sandbox that has just been switched on. */
export function createState({
  config,
  url,
  world,
  mail,
}: Pick<SandboxState, "config" | "url" | "world" | "mail">): SandboxState {
  return {
    config,
    url,
    world: structuredClone(world),
    mail,
    objects: new Map(),
    calls: [],
    failures: [],
    clockOffsetMs: 0,
    jobsTakeMs: 400,
    now() {
      return new Date(Date.now() + this.clockOffsetMs);
    },
    tokens: createTokenStore(),
    installations: createInstallations(world),
  };
}

/** The shop with this myshopify domain, or undefined. */
export const shopByDomain = (state: SandboxState, domain: string): Shop | undefined =>
  state.world.shops.find((shop) => shop.domain === domain);

/**
 * Applies the first failure rule that matches this request: waits, answers with its status, or drops the socket.
 * The path is the provider's own ("/email", "/admin/api/…"), as the router that calls this sees it.
 * Returns true when the request is already answered.
 */
export async function failIfAsked(
  state: SandboxState,
  req: Request,
  res: Response,
  { service, body }: { service: FailRule["service"]; body?: unknown },
): Promise<boolean> {
  const text = `${req.method} ${req.path} ${asText(body)}`;
  const rule = state.failures.find(
    (candidate) => candidate.service === service && text.includes(candidate.match),
  );
  if (!rule) return false;

  rule.times -= 1;
  if (rule.times <= 0) state.failures.splice(state.failures.indexOf(rule), 1);

  if (rule.delayMs) await wait(rule.delayMs);
  if (rule.drop) {
    res.destroy();
    return true;
  }
  if (rule.throttled) {
    res.json(THROTTLED);
    return true;
  }
  if (!rule.status) return false;
  if (rule.status === 429 || rule.status === 503) res.set("Retry-After", "1");
  res.status(rule.status).json(refusal(service, rule.status));
  return true;
}

const THROTTLED = {
  errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }],
  extensions: {
    cost: { requestedQueryCost: 60, throttleStatus: { currentlyAvailable: 10, restoreRate: 100 } },
  },
};

/** Records the call once its answer has left, or its connection broke. Call it before anything can answer. */
export function recordCall(
  state: SandboxState,
  req: Request,
  res: Response,
  { service, body, shop }: Pick<Call, "service" | "body" | "shop">,
): void {
  const call = { at: state.now().toISOString(), service, method: req.method, path: req.path, body, shop };
  res.once("close", () => {
    const points = res.locals.points as number | undefined;
    const status = res.writableFinished ? res.statusCode : 0;
    state.calls.push({ ...call, status, ...(points === undefined ? {} : { points }) });
  });
}

const asText = (body: unknown) =>
  typeof body === "string" ? body : body === undefined ? "" : JSON.stringify(body);

const refusal = (service: FailRule["service"], status: number) =>
  service === "shopify"
    ? { errors: `The sandbox was asked to answer ${status}.` }
    : { ErrorCode: status, Message: `The sandbox was asked to answer ${status}.` };
