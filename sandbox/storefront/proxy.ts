// The app proxy: what a shopper sends to /apps/samla/… reaches the app signed by "Shopify", without cookies,
// and the answer comes back without cookies. Liquid answers are rendered inside the theme by the caller.
//
// Not sure about the real thing: parameters of Shopify's own names in the shopper's query are dropped, answers of 500
// and above are replaced by the theme's error page unless they are JSON, an answer may take ten seconds.

import { request as httpRequest } from "node:http";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Request, Response } from "express";
import type { SandboxState } from "../state.ts";
import type { Shop } from "../world/types.ts";
import { PATH_PREFIX, signedQuery } from "./signature.ts";
import { handleOf } from "./shopper.ts";
import type { Shopper } from "./shopper.ts";

const PATIENCE_MS = 10_000;
const LIQUID_LIMIT = 4_000_000;
/** Belong to one connection, or are set anew; Set-Cookie because cookies are stripped both ways. */
const NOT_PASSED_ON =
  /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|host|cookie|set-cookie|forwarded|x-forwarded-.*|x-sandbox-.*)$/;

export interface ThemePages {
  /** Renders Liquid that came from the app, inside the theme. */
  liquid: (status: number, source: string) => Promise<void>;
  /** What shoppers see when the app is unwell. */
  trouble: (status: number) => Promise<void>;
}

/**
 * Forwards one request, streaming its body. The shopper's address is passed as X-Forwarded-For; a header
 * x-sandbox-client-ip lets tests be many shoppers.
 */
export async function forwardToApp(
  state: SandboxState,
  req: Request,
  res: Response,
  { shop, shopper, path, pages }: { shop: Shop; shopper: Shopper; path: string; pages: ThemePages },
): Promise<void> {
  const asked = new URL(req.originalUrl, "http://storefront").searchParams;
  const timestamp = Math.floor(state.now().getTime() / 1000);
  const facts = { shop: shop.domain, customerId: shopper.account?.id ?? "", timestamp };
  const target = new URL(`/proxy/${path}`, state.config.appUrl);
  target.search = signedQuery(asked, facts, state.config.apiSecret).toString();

  const answer = await ask(target, req, shop).catch(() => null);
  const status = answer?.statusCode ?? 502;
  state.calls.push({
    at: state.now().toISOString(),
    service: "app",
    method: req.method,
    path: target.pathname,
    status,
    shop: shop.domain,
  });
  if (!answer) return pages.trouble(504);

  const type = answer.headers["content-type"] ?? "";
  if (type.startsWith("application/liquid")) {
    const source = await textOf(answer).catch(() => null);
    return source === null ? pages.trouble(502) : pages.liquid(status, source);
  }
  if (status >= 500 && !type.includes("json")) {
    answer.resume();
    return pages.trouble(status);
  }
  res.status(status);
  for (const [name, value] of Object.entries(passedOn(answer.headers))) {
    if (value !== undefined) res.setHeader(name, name === "location" ? ownPath(String(value), shop) : value);
  }
  answer.on("error", () => res.destroy());
  answer.pipe(res);
}

function ask(target: URL, req: Request, shop: Shop): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const call = httpRequest(target, {
      method: req.method,
      headers: {
        ...passedOn(req.headers),
        "x-forwarded-for": req.get("x-sandbox-client-ip") ?? req.socket.remoteAddress ?? "127.0.0.1",
        "x-forwarded-host": shop.publicDomain,
        "x-forwarded-proto": "https",
        ...(req.headers["transfer-encoding"] ? { "transfer-encoding": "chunked" } : {}),
      },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    call.on("response", resolve);
    call.on("error", reject);
    req.on("aborted", () => call.destroy());
    req.pipe(call);
  });
}

const passedOn = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_PASSED_ON.test(name)));

/** The app knows its pages as /apps/samla/…; this shop's root is a path of the sandbox. */
const ownPath = (location: string, shop: Shop) =>
  location.startsWith(`${PATH_PREFIX}/`) ? `/storefront/${handleOf(shop)}${location}` : location;

async function textOf(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer) {
    size += part.length;
    if (size > LIQUID_LIMIT) throw new Error("The Liquid answer is too large.");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
