// What the sandbox's bar switches: the shopper's language and account, scripts, and what is different about the pages.

import express from "express";
import type { Request, Response, Router } from "express";
import type { Shop } from "../world/types.ts";
import { addShopper } from "./new-shopper.ts";
import { TWISTS, handleOf, isLanguage, keepShopper } from "./shopper.ts";
import type { Kept } from "./shopper.ts";
import type { Visit } from "./theme-pages.ts";

type At = (handle: (visit: Visit) => Promise<void>) => express.RequestHandler;

/** To be mounted below a shop's root. */
export function switches(at: At): Router {
  const router = express.Router({ mergeParams: true });
  router.use(express.urlencoded({ extended: false }));
  const on = (path: string, change: (visit: Visit) => Partial<Kept>) =>
    router.post(
      path,
      at(async (visit) => {
        keepShopper(visit.res, visit.shop, { ...visit.shopper, ...change(visit) });
        back(visit.req, visit.res, visit.shop);
      }),
    );
  on("/language", ({ req, shopper }) => {
    const language = String(req.body.language);
    return { language: isLanguage(language) ? language : shopper.language };
  });
  on("/shopper", ({ state, shop, req }) => {
    const chosen = String(req.body.customer);
    return { customer: chosen === "new" ? addShopper(state, shop).id : chosen || undefined };
  });
  on("/scripts", ({ req }) => ({ scripts: req.body.scripts !== "off" }));
  on("/page", ({ req, shopper: { twists } }) => {
    const twist = String(req.body.twist);
    if (!Object.hasOwn(TWISTS, twist)) return {};
    return { twists: twists.includes(twist) ? twists.filter((one) => one !== twist) : [...twists, twist] };
  });
  return router;
}

/** Only to a page of this shop, wherever the form says to go. */
export function back(req: Request, res: Response, shop: Shop): void {
  const root = `/storefront/${handleOf(shop)}/`;
  const wanted = String(req.body.return_to ?? "");
  res.redirect(303, wanted.startsWith(root) ? wanted : root);
}
