// The outside world for tests that import the app's own modules: one per worker, for all its files. It is loaded before
// anything of app/ (outside.ts): it says where Postmark is, and takes fetch over before Shopify's library loads.
import { randomInt } from "node:crypto";
import { mintSessionToken, type TokenOverrides } from "../../sandbox/shopify/session-token.ts";
import { createInstallations } from "../../sandbox/shopify/installation.ts";
import { startSandbox } from "../../sandbox/start.ts";
import type { Call } from "../../sandbox/state.ts";
import type { Shop, ShopCustomer, Staff } from "../../sandbox/world/types.ts";

export const sandbox = await startSandbox({
  port: 0,
  world: { shops: [] },
  // Nobody listens: events are for tests to post.
  appUrl: "http://127.0.0.1:9",
  apiKey: "samla-sandbox-key",
  apiSecret: "samla-sandbox-secret",
  postmarkToken: "samla-sandbox-postmark",
  inboundAddress: "5f0c1d2e3b4a59687786a5b4c3d2e1f0@inbound.postmarkapp.com",
  inboundHook: { user: "postmark", password: "samla-sandbox-hook" },
});
sandbox.state.mail.deliverAfterMs = 24 * 3_600_000;

process.env.POSTMARK_API_URL = `${sandbox.url}/postmark`;
process.env.SANDBOX_URL = sandbox.url;
await import("../../sandbox/preload.mjs");

const someId = (): string => String(randomInt(1_000_000_000, 9_000_000_000));

/** A staff member; neither account owner nor anybody else unless told. */
export const makeStaff = (given: Partial<Staff> = {}): Staff => ({
  id: someId(),
  firstName: "Tove",
  lastName: "Lind",
  email: `tove-${someId()}@bjork.example`,
  locale: "sv-SE",
  accountOwner: false,
  collaborator: false,
  emailVerified: true,
  ...given,
});

/** A shop nobody else has, with the app installed. */
export function makeShop(given: Partial<Shop> = {}): Shop {
  const id = someId();
  const shop: Shop = {
    domain: `shop-${id}.myshopify.com`,
    id,
    name: "Björk",
    publicDomain: "bjork.example",
    email: "hej@bjork.example",
    currency: "SEK",
    locale: "sv",
    country: "SE",
    timeZone: "Europe/Stockholm",
    scopes: "read_customers,read_orders,read_all_orders,read_products,read_locales",
    staff: [makeStaff()],
    products: [],
    customers: [],
    orders: [],
    ...given,
  };
  const { state } = sandbox;
  state.world.shops.push(shop);
  for (const [domain, installation] of createInstallations({ shops: [shop] }))
    state.installations.set(domain, installation);
  return shop;
}

/** Somebody who bought there. */
export const makeBuyer = (given: Partial<ShopCustomer> = {}): ShopCustomer => ({
  id: someId(),
  firstName: "Ebba",
  lastName: "Lindqvist",
  email: `ebba-${someId()}@example.com`,
  phone: "+46701234567",
  locale: "sv",
  createdAt: "2024-11-20T09:00:00Z",
  note: null,
  tags: [],
  verifiedEmail: true,
  address: null,
  ...given,
});

/** The session token that Shopify's admin would give the app for this person. */
export const sessionTokenOf = (shop: Shop, staff: Staff, over: TokenOverrides = {}): string =>
  mintSessionToken(
    {
      shop: shop.domain,
      userId: staff.id,
      apiKey: "samla-sandbox-key",
      apiSecret: "samla-sandbox-secret",
      now: sandbox.state.now(),
    },
    over,
  );

/** The calls whose path or body contains all these words, oldest first. */
export const callsWith = (...words: string[]): Call[] =>
  sandbox.state.calls.filter((call) => {
    const text = `${call.shop ?? ""} ${call.path} ${JSON.stringify(call.body ?? "")}`;
    return words.every((word) => text.includes(word));
  });
