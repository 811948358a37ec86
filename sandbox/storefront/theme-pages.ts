// Renders a page of a shop: the template, then the layout around it, then the sandbox's own bar on top.

import { fileURLToPath } from "node:url";
import type { Request, Response } from "express";
import type { SandboxState } from "../state.ts";
import type { Shop } from "../world/types.ts";
import { sandboxBar } from "./bar.ts";
import { liquidEngine, liquidError, readVoice } from "./engine.ts";
import { themeGlobals } from "./globals.ts";
import { lookOf } from "./looks.ts";
import { handleOf } from "./shopper.ts";
import type { Shopper } from "./shopper.ts";

export interface Visit {
  state: SandboxState;
  shop: Shop;
  shopper: Shopper;
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
  if (bare.test(source)) return void secured(visit).status(status).type("html").send(content);
  await wrap(visit, status, `<div class="page-width app-page">${content}</div>`, globals);
}

/** The globals of a page at the request's own address. */
export const globalsFor = ({ state, shop, shopper, req }: Visit, pageType: string, designMode: boolean) =>
  themeGlobals(state, shop, shopper, { path: pathOf(req), pageType, designMode });

/** The address the browser shows, without its query. */
export const pathOf = (req: Request): string => req.originalUrl.split("?")[0] ?? "/";

async function wrap(visit: Visit, status: number, content: string, globals: object): Promise<void> {
  const engine = await engineFor(visit);
  const { collections: _, ...look } = lookOf(visit.shop);
  const page = await engine.renderFile(
    "layout",
    { content_for_layout: content, look, sandbox_bar: sandboxBar(visit).markup },
    { globals },
  );
  secured(visit).status(status).type("html").send(page);
}

/** With scripts switched off, the browser itself refuses to run any. */
function secured({ res, shopper }: Visit): Response {
  res.set("Cache-Control", "no-store");
  if (!shopper.scripts) res.set("Content-Security-Policy", "script-src 'none'");
  return res;
}

async function engineFor({ shop, shopper }: Visit) {
  const voice = await readVoice(new URL("locales/", THEME), shopper.language);
  const assetUrl = (file: string) => `/storefront/${handleOf(shop)}/cdn/theme/${file}`;
  return liquidEngine({ partials: fileURLToPath(THEME), voice, currency: shop.currency, assetUrl });
}
