// The shops as a shopper sees them: /storefront/{shop}/… with a theme of their own, the app's block on the contact
// page, its embed on every page, the signed app proxy below /apps/samla, /cart.js, and switches for language, shopper,
// scripts and what may be different about a page.
// Faithful: Liquid and its escaping, block settings and locales, the proxy's signature, cookies stripped both ways.
// Not there: checkout, search, theme sections, other apps. App embeds are on from the start, at Shopify they are off. At Shopify a shop lives at "/", here below a path: `routes.root_url`
// and `request.path` say so, and the proxy still signs path_prefix=/apps/samla.

import { fileURLToPath } from "node:url";
import compression from "compression";
import express from "express";
import type { NextFunction, Request, Response, Router } from "express";
import type { SandboxState } from "../state.ts";
import type { Shop } from "../world/types.ts";
import { defaults, readBlock, renderBlock } from "./app-block.ts";
import { cartOf } from "./cart.ts";
import { themeEditor, saveTheme } from "./theme-editor.ts";
import { editedSettings } from "./kept.ts";
import { lookOf } from "./looks.ts";
import { productPicture } from "./pictures.ts";
import { forwardToApp } from "./proxy.ts";
import { shopsPage } from "./shops-page.ts";
import { handleOf, keepShopper, shopperOf } from "./shopper.ts";
import { back, switches } from "./switches.ts";
import { globalsFor, pathOf, showForeignLiquid, showPage } from "./theme-pages.ts";
import type { Visit } from "./theme-pages.ts";

const EXTENSION = new URL("../../extensions/storefront/", import.meta.url);
const THEME_ASSETS = fileURLToPath(new URL("./theme/assets/", import.meta.url));
const CONTACT_BLOCK = "contact-form";

/** The shops, to be mounted at /storefront. `extensionDir` is the theme extension shown on the contact page. */
export function storefrontRoutes(
  state: SandboxState,
  { extensionDir = EXTENSION }: { extensionDir?: URL } = {},
): Router {
  const router = express.Router();
  const form = express.urlencoded({ extended: false });

  router.get("/", (_req, res) => void res.send(shopsPage(state)));

  const shopRouter = express.Router({ mergeParams: true });
  router.use("/:shop", (req, res, next) => {
    if (!findShop(req)) return void res.status(404).type("text").send("There is no such shop.");
    if (req.originalUrl.split("?")[0] === `/storefront/${req.params.shop}`)
      return res.redirect(`${req.originalUrl}/`);
    shopRouter(req, res, next);
  });

  shopRouter.all(
    "/apps/samla/*",
    at(async (visit) => {
      const { req, res, shop, shopper } = visit;
      if (!state.installations.get(shop.domain)?.installed) return showPage(visit, "404", { status: 404 });
      const path = pathOf(req).split("/apps/samla/")[1] ?? "";
      await forwardToApp(state, req, res, {
        shop,
        shopper,
        path,
        pages: {
          liquid: (status, source) => showForeignLiquid(visit, status, source),
          trouble: (status) => showPage(visit, "trouble", { status }),
        },
      });
    }),
  );

  // As the shops and their files come from Shopify. What the app answers through the proxy it has packed itself.
  shopRouter.use(compression());
  shopRouter.use("/cdn/theme", express.static(THEME_ASSETS));
  shopRouter.use("/cdn/extension", express.static(fileURLToPath(new URL("assets/", extensionDir))));
  shopRouter.get(
    "/cdn/products/:handle.svg",
    at(async ({ req, res, shop }) => {
      const product = shop.products.find(({ handle }) => handle === req.params.handle);
      if (!product) return void res.sendStatus(404);
      res.type("image/svg+xml").send(productPicture(product, lookOf(shop)));
    }),
  );

  shopRouter.use("/_sandbox", switches(at));
  shopRouter.post(
    "/_sandbox/theme",
    form,
    at((visit) => saveTheme(visit)),
  );

  shopRouter.get(
    "/",
    at((visit) => showPage(visit, "index", { scope: { scene: lookOf(visit.shop).scene } })),
  );
  shopRouter.get(
    "/collections/:handle",
    at(async (visit) => {
      const { all_products, collections } = globalsFor(visit, "collection", false);
      const { handle } = visit.req.params;
      const collection =
        handle === "all"
          ? { handle, title: null, products: all_products }
          : collections.find((one) => one.handle === handle);
      await showPage(visit, collection ? "collection" : "404", {
        status: collection ? 200 : 404,
        scope: { collection },
      });
    }),
  );
  shopRouter.get(
    "/products/:handle",
    at(async (visit) => {
      const product = globalsFor(visit, "product", false).all_products.find(
        ({ handle }) => handle === visit.req.params.handle,
      );
      await showPage(visit, product ? "product" : "404", { status: product ? 200 : 404, scope: { product } });
    }),
  );
  shopRouter.get(
    "/account",
    at((visit) => showPage(visit, visit.shopper.account ? "account" : "login")),
  );
  shopRouter.get(
    "/account/login",
    at((visit) => showPage(visit, "login")),
  );
  shopRouter.get(
    "/account/logout",
    at(async ({ res, shop, shopper }) => {
      keepShopper(res, shop, { ...shopper, customer: undefined });
      res.redirect(303, `/storefront/${handleOf(shop)}/`);
    }),
  );
  shopRouter.get(
    "/cart",
    at((visit) => {
      const all = globalsFor(visit, "cart", false).all_products;
      const items = visit.shopper.bag.flatMap((handle) => all.filter((product) => product.handle === handle));
      return showPage(visit, "cart", { scope: { items } });
    }),
  );
  shopRouter.get(
    "/cart.js",
    at(async (visit) => {
      const { all_products, cart } = globalsFor(visit, "cart", false);
      visit.res.json({ ...cartOf(visit.shop, visit.shopper.bag, all_products), item_count: cart.item_count });
    }),
  );
  shopRouter.post(
    "/cart/add",
    form,
    at(async ({ req, res, shop, shopper }) => {
      keepShopper(res, shop, { ...shopper, bag: [...shopper.bag, String(req.body.handle)].slice(-20) });
      back(req, res, shop);
    }),
  );

  shopRouter.get(
    "/pages/contact",
    at(async (visit) => {
      const designMode = visit.req.query.editor === "1";
      await showPage(visit, "contact", {
        designMode,
        scope: {
          app_block: await contactBlock(visit, designMode),
          theme_editor: designMode ? await themeEditor(visit) : "",
        },
      });
    }),
  );
  shopRouter.use(at((visit) => showPage(visit, "404", { status: 404 })));

  async function contactBlock(visit: Visit, designMode: boolean): Promise<string> {
    const { shop, shopper } = visit;
    const installation = state.installations.get(shop.domain);
    const block = await readBlock(extensionDir, CONTACT_BLOCK, shop.locale);
    if (!block || !installation?.installed) return "";
    return renderBlock(block, {
      extension: extensionDir,
      settings: { ...defaults(block.schema), ...editedSettings(state, shop.domain, block.name) },
      language: shopper.language,
      currency: shop.currency,
      assetUrl: (file) => `/storefront/${handleOf(shop)}/cdn/extension/${file}`,
      globals: globalsFor(visit, "page", designMode),
      installation,
    });
  }

  function findShop(req: Request): Shop | undefined {
    return state.world.shops.find((shop) => handleOf(shop) === req.params.shop);
  }

  /** Finds the shop and the shopper, and hands errors to express. */
  function at(handle: (visit: Visit) => Promise<void>) {
    return (req: Request, res: Response, next: NextFunction) => {
      const shop = findShop(req);
      if (!shop) return next();
      handle({ state, shop, shopper: shopperOf(req, shop), extension: extensionDir, req, res }).catch(next);
    };
  }
  return router;
}
