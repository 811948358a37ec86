// A world small enough to count by hand, for the tests of this folder.

import { createMailStore } from "../mail/store.ts";
import { createState } from "../state.ts";
import type { SandboxState } from "../state.ts";
import type { Order, Shop, ShopCustomer } from "../world/types.ts";
import { callerOf } from "./caller.ts";
import type { Caller } from "./graph/view.ts";

export const NOW = new Date("2026-11-20T09:00:00Z");

const SCOPES =
  "read_customers,write_customers,read_orders,write_orders,read_all_orders,read_products,read_locales";

/** A state with one shop, one customer and as many orders as asked for. */
export function smallState({
  orders = [order(1), order(2)],
  scopes = SCOPES,
}: { orders?: Order[]; scopes?: string } = {}) {
  const state = createState({
    config: {
      appUrl: "http://127.0.0.1:9",
      apiKey: "key",
      apiSecret: "secret",
      postmarkToken: "token",
      inboundAddress: "hash@inbound.postmarkapp.com",
      inboundHook: { user: "user", password: "password" },
    },
    url: "http://localhost:9",
    world: { shops: [shop(orders, scopes), { ...shop([], scopes), domain: "other.myshopify.com", id: "2" }] },
    mail: createMailStore(),
  });
  state.now = () => new Date(NOW.getTime() + state.clockOffsetMs);
  return state;
}

/** A caller with a fresh offline token of the small shop. */
export function callerIn(state: SandboxState): Caller {
  const token = state.tokens.issueOffline("small.myshopify.com", null).value;
  const caller = callerOf(state, "small.myshopify.com", token);
  if (!caller) throw new Error("The small shop has no caller.");
  return caller;
}

export function order(number: number, over: Partial<Order> = {}): Order {
  return {
    id: String(5000 + number),
    name: `#${1000 + number}`,
    customerId: "77",
    email: "ebba@example.se",
    createdAt: new Date(NOW.getTime() - number * 24 * 3_600_000).toISOString(),
    cancelledAt: null,
    financialStatus: "PAID",
    fulfillmentStatus: "UNFULFILLED",
    lines: [
      {
        id: String(9000 + number),
        title: "Regnjacka",
        variantTitle: "M",
        sku: "RJ-M",
        quantity: 2,
        price: "499.50",
      },
    ],
    total: "1048.00",
    shipping: "49.00",
    currency: "SEK",
    tracking: null,
    note: null,
    ...over,
  };
}

const ebba: ShopCustomer = {
  id: "77",
  firstName: "Ebba",
  lastName: "Lindqvist",
  email: "ebba@example.se",
  phone: "+46701234567",
  locale: "sv",
  createdAt: "2024-11-20T09:00:00Z",
  note: null,
  tags: ["vip"],
  verifiedEmail: true,
  address: {
    address1: "Storgatan 1",
    zip: "111 22",
    city: "Stockholm",
    countryCode: "SE",
    country: "Sweden",
  },
};

const shop = (orders: Order[], scopes: string): Shop => ({
  domain: "small.myshopify.com",
  id: "1",
  name: "Small",
  publicDomain: "small.se",
  email: "hej@small.se",
  currency: "SEK",
  locale: "sv",
  country: "SE",
  timeZone: "Europe/Stockholm",
  scopes,
  staff: [
    {
      id: "501",
      firstName: "Anna",
      lastName: "Ek",
      email: "anna@small.se",
      locale: "sv",
      accountOwner: true,
      collaborator: false,
      emailVerified: true,
    },
  ],
  products: [],
  customers: [{ ...ebba, tags: [...ebba.tags] }],
  orders,
});
