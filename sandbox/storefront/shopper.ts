// Who walks through a storefront: kept in a cookie of that shop's path, so that every browser is its own shopper.

import type { Request, Response } from "express";
import { z } from "zod";
import type { Shop, ShopCustomer } from "../world/types.ts";

export const LANGUAGES = {
  en: "English",
  sv: "Svenska",
  nb: "Norsk",
  da: "Dansk",
  fi: "Suomi",
  de: "Deutsch",
};
export type Language = keyof typeof LANGUAGES;

/** What can be different about the shop's pages, for looking at what the app adds to them. */
export const TWISTS = {
  dark: "Dark theme",
  rtl: "Right to left",
  strict: "Strict content security policy",
  blocked: "App's address blocked",
};
export type Twist = keyof typeof TWISTS;

const kept = z.object({
  customer: z.string().optional(),
  language: z.string().optional(),
  /** false: pages are served so that no script runs */
  scripts: z.boolean().default(true),
  twists: z.array(z.string()).default([]),
  /** handles of products in the bag */
  bag: z.array(z.string()).default([]),
});
export type Kept = z.infer<typeof kept>;

export interface Shopper extends Kept {
  language: Language;
  account: ShopCustomer | undefined;
}

/** Reads the shopper of this request; without a cookie: anonymous, in the shop's own language, scripts on. */
export function shopperOf(req: Request, shop: Shop): Shopper {
  const cookie =
    new RegExp(`(?:^|;\\s*)${cookieName(shop)}=([^;]*)`).exec(req.get("Cookie") ?? "")?.[1] ?? "";
  const own = kept.parse(readJson(cookie));
  const wanted = own.language ?? shop.locale;
  return {
    ...own,
    language: isLanguage(wanted) ? wanted : "en",
    account: shop.customers.find(({ id }) => id === own.customer),
  };
}

/** Remembers a change of the shopper. */
export function keepShopper(
  res: Response,
  shop: Shop,
  { customer, language, scripts, twists, bag }: Kept,
): void {
  const value = Buffer.from(JSON.stringify({ customer, language, scripts, twists, bag })).toString(
    "base64url",
  );
  res.cookie(cookieName(shop), value, {
    path: `/storefront/${handleOf(shop)}`,
    httpOnly: true,
    sameSite: "lax",
  });
}

/** The shop's name in addresses: "fjallrum". */
export const handleOf = (shop: Shop): string => shop.domain.replace(/\.myshopify\.com$/, "");

export const isLanguage = (value: string): value is Language => Object.hasOwn(LANGUAGES, value);

const cookieName = (shop: Shop) => `storefront_${handleOf(shop)}`;

function readJson(cookie: string): unknown {
  try {
    const value: unknown = JSON.parse(Buffer.from(cookie, "base64url").toString("utf8"));
    return kept.safeParse(value).success ? value : {};
  } catch {
    return {};
  }
}
