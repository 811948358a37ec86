// The pages of the sandbox that are Shopify's: the start page with its tabs, the admin, and the App Bridge script.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import express from "express";
import type { Request, Response, Router } from "express";
import { mintSessionToken } from "../shopify/session-token.ts";
import type { SandboxState } from "../state.ts";
import { shopByDomain } from "../state.ts";
import { APP_HANDLE, handleOf } from "./app-frame.ts";
import { appPage } from "./app-page.ts";
import { customerPage, customersPage } from "./customer-pages.ts";
import { extensionsOf } from "./extensions.ts";
import { homePage } from "./home-page.ts";
import { orderPage, ordersPage } from "./order-pages.ts";
import { pickable } from "./pickable.ts";
import { plansPage } from "./plans-page.ts";
import { productPage, productsPage } from "./product-pages.ts";
import { settingsPage } from "./settings-page.ts";
import { phonePage, startPage } from "./start-page.ts";
import type { Visit } from "./visit.ts";
import { chooseStaff, visitOf } from "./visit.ts";

const ASSETS = fileURLToPath(new URL("./assets/", import.meta.url));

/** To be mounted at the root: it owns /, /sms, /admin… and /app-bridge.js. */
export function adminRoutes(state: SandboxState): Router {
  const router = express.Router();
  router.get("/app-bridge.js", (_req, res) => {
    const parts = ["app-bridge-elements.js", "app-bridge.js"].map((part) =>
      readFileSync(ASSETS + part, "utf8"),
    );
    res.type("text/javascript").set("Cache-Control", "no-cache").send(parts.join("\n"));
  });
  router.use("/admin/assets", express.static(ASSETS));
  router.use((_req, res, next) => void (res.set("Cache-Control", "no-store"), next()));

  router.get("/", (_req, res) => void res.send(startPage(state)));
  router.get("/sms", (_req, res) => void res.send(phonePage()));
  router.get("/admin", (req, res) => {
    const [first] = state.world.shops;
    const query = /\?.*/.exec(req.originalUrl)?.[0] ?? "";
    res.redirect(303, first ? `/admin/store/${handleOf(first)}/apps/${APP_HANDLE}${query}` : "/");
  });
  router.post("/admin/session-token", express.json(), (req, res) => answerSessionToken(state, req, res));
  router.use("/admin/store/:handle", storeRoutes(state));
  return router;
}

function storeRoutes(state: SandboxState): Router {
  const router = express.Router({ mergeParams: true });
  router.get("*", (req, res, next) => {
    const visit = visitOf(state, req);
    if (!visit) return void res.status(404).type("text").send("There is no such store.");
    if (typeof req.query.staff === "string") return changeStaff(req, res, visit, req.query.staff);
    res.locals.visit = visit;
    next();
  });

  const show =
    (page: (visit: Visit, req: Request) => string | undefined) => (req: Request, res: Response) => {
      const shown = page(res.locals.visit as Visit, req);
      if (shown === undefined) res.status(404).type("text").send("There is no such page in this admin.");
      else res.send(shown);
    };
  router.get("/", show(homePage));
  router.get("/orders", show(ordersPage));
  router.get(
    "/orders/:id",
    show((visit, req) => one(visit.shop.orders, req, (order) => orderPage(visit, order))),
  );
  router.get("/customers", show(customersPage));
  router.get(
    "/customers/:id",
    show((visit, req) => one(visit.shop.customers, req, (it) => customerPage(visit, it))),
  );
  router.get("/products", show(productsPage));
  router.get(
    "/products/:id",
    show((visit, req) => one(visit.shop.products, req, (it) => productPage(visit, it))),
  );
  router.get("/settings/apps", show(settingsPage));
  router.get(`/charges/${APP_HANDLE}/pricing_plans`, show(plansPage));
  router.get("/themes/current/editor", (req, res) => {
    const [, query] = req.originalUrl.split("?");
    const shop = handleOf((res.locals.visit as Visit).shop);
    res.redirect(303, `/storefront/${shop}/pages/contact?editor=1&${query ?? ""}#theme-editor`);
  });
  router.get("/pickable", (req, res) => {
    res.json(pickable((res.locals.visit as Visit).shop, String(req.query.type)));
  });
  router.get("/extensions", (_req, res, next) => {
    extensionsOf(res.locals.visit as Visit).then((found) => res.json(found), next);
  });
  router.get(["/apps/:app", "/apps/:app/*"], (req, res, next) => {
    const isOurs = req.params.app === APP_HANDLE || req.params.app === state.config.apiKey;
    if (!isOurs) return next();
    const [, query] = req.originalUrl.split("?");
    res.send(appPage(res.locals.visit as Visit, `/${req.params[0] ?? ""}${query ? `?${query}` : ""}`));
  });
  router.use(show(() => undefined));
  return router;
}

/** Stores the choice and shows the same page without it in the address. */
function changeStaff(req: Request, res: Response, visit: Visit, who: string): void {
  if (!chooseStaff(res, visit, who)) return void res.status(404).type("text").send(`Nobody here is ${who}.`);
  const [path, query] = req.originalUrl.split("?");
  const rest = new URLSearchParams(query);
  rest.delete("staff");
  res.redirect(303, rest.size > 0 ? `${path}?${rest}` : String(path));
}

function answerSessionToken(state: SandboxState, req: Request, res: Response): void {
  const { shop: domain, staff } = req.body as { shop?: unknown; staff?: unknown };
  const shop = shopByDomain(state, String(domain));
  const member = shop?.staff.find((one) => one.id === staff);
  if (!shop || !member)
    return void res.status(404).json({ error: "There is nobody to make a session token for." });
  const { apiKey, apiSecret } = state.config;
  const token = { shop: shop.domain, userId: member.id, apiKey, apiSecret, now: state.now() };
  res.json({ token: mintSessionToken(token) });
}

/** The page of the item with the id in the address. Shopify's pages know no others, and neither do these. */
function one<Item extends { id: string }>(items: Item[], req: Request, page: (item: Item) => string) {
  const item = items.find(({ id }) => id === req.params.id);
  return item && page(item);
}
