// Renders a page of a shop: the template, then the layout around it, the app embeds at its end, and the sandbox's own
// bar on top.

import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Request, Response } from "express";
import type { SandboxState } from "../state.ts";
import type { Shop } from "../world/types.ts";
import { sandboxBar } from "./bar.ts";
import { renderEmbeds } from "./embeds.ts";
import { liquidEngine, liquidError, readVoice } from "./engine.ts";
import { themeGlobals } from "./globals.ts";
import { darkened, lookOf } from "./looks.ts";
import { handleOf } from "./shopper.ts";
import type { Shopper } from "./shopper.ts";

export interface Visit {
  state: SandboxState;
  shop: Shop;
  shopper: Shopper;
  /** the theme app extension whose blocks are shown */
  extension: URL;
  req: Request;
  res: Response;
}

const THEME = new URL("./theme/", import.meta.url);

/** Answers with a template of the theme. `scope` is what only this page knows. */
export async function showPage(
  visit: Visit,
  template: string,
  {
    status = 200,
    scope = {},
    designMode = false,
  }: { status?: number; scope?: object; designMode?: boolean } = {},
): Promise<void> {
  const engine = await engineFor(visit);
  const globals = globalsFor(visit, template === "contact" ? "page" : template, designMode);
  const content = await engine.renderFile(template, scope, { globals });
  await wrap(visit, status, content, globals);
}

/**
 * Answers with Liquid from outside the theme (the app proxy's): evaluated like any template, so `{{ 7 | times: 6 }}`
 * becomes 42. `{% layout none %}` leaves the theme out.
 */
export async function showForeignLiquid(visit: Visit, status: number, source: string): Promise<void> {
  const engine = await engineFor(visit);
  const globals = globalsFor(visit, "proxy", false);
  const bare = /\{%-?\s*layout\s+none\s*-?%\}/;
  const content = await engine.parseAndRender(source.replace(bare, ""), {}, { globals }).catch(liquidError);
  if (bare.test(source)) return void secured(visit, "").status(status).type("html").send(content);
  await wrap(visit, status, `<div class="page-width app-page">${content}</div>`, globals);
}

/** The globals of a page at the request's own address. */
export const globalsFor = ({ state, shop, shopper, req }: Visit, pageType: string, designMode: boolean) =>
  themeGlobals(state, shop, shopper, { path: pathOf(req), pageType, designMode });

/** The address the browser shows, without its query. */
export const pathOf = (req: Request): string => req.originalUrl.split("?")[0] ?? "/";

async function wrap(visit: Visit, status: number, content: string, globals: object): Promise<void> {
  const engine = await engineFor(visit);
  const twists = new Set(visit.shopper.twists);
  const own = lookOf(visit.shop);
  const { collections: _, ...look } = twists.has("dark") ? darkened(own) : own;
  const nonce = randomBytes(16).toString("base64");
  const page = await engine.renderFile(
    "layout",
    {
      content_for_layout: content,
      look,
      nonce,
      direction: twists.has("rtl") ? "rtl" : "ltr",
      sandbox_bar: sandboxBar(visit).markup,
      app_embeds: await renderEmbeds(visit, globals),
    },
    { globals },
  );
  secured(visit, nonce).status(status).type("html").send(page);
}

/** What the browser itself refuses: any script; what a careful theme does not know; what an ad blocker keeps away. */
function secured({ res, shopper }: Visit, nonce: string): Response {
  res.set("Cache-Control", "no-store");
  const own = `'self' 'nonce-${nonce}'`;
  if (!shopper.scripts) res.set("Content-Security-Policy", "script-src 'none'");
  else if (shopper.twists.includes("strict"))
    res.set("Content-Security-Policy", `default-src 'self'; style-src ${own}; object-src 'none'`);
  else if (shopper.twists.includes("blocked"))
    res.set("Content-Security-Policy", "connect-src 'self'; img-src 'self'");
  return res;
}

async function engineFor({ shop, shopper }: Visit) {
  const voice = await readVoice(new URL("locales/", THEME), shopper.language);
  const assetUrl = (file: string) => `/storefront/${handleOf(shop)}/cdn/theme/${file}`;
  return liquidEngine({ partials: fileURLToPath(THEME), voice, currency: shop.currency, assetUrl });
}
