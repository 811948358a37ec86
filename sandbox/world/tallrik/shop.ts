import type { ShopPlan } from "../plan.ts";
import { range } from "./catalog.ts";
import { orders, people } from "./people.ts";

const member = { accountOwner: false, collaborator: false, emailVerified: true };

export const tallrik: ShopPlan = {
  shop: {
    domain: "tallrik.myshopify.com",
    id: "70155093614",
    name: "Tallrik",
    publicDomain: "tallrik.se",
    email: "hello@tallrik.example",
    currency: "SEK",
    locale: "en",
    country: "SE",
    timeZone: "Europe/Stockholm",
    scopes:
      "read_customers,write_customers,read_customer_merge,read_orders,write_orders,read_order_edits,write_order_edits,read_products,read_returns,read_locales,write_app_proxy",
    staff: [
      {
        ...member,
        id: "92033418801",
        firstName: "Rebecka",
        lastName: "Lindh",
        email: "rebecka@tallrik.example",
        locale: "sv",
        accountOwner: true,
      },
      {
        ...member,
        id: "92033451570",
        firstName: "Omar",
        lastName: "Haddad",
        email: "omar@tallrik.example",
        locale: "en",
      },
    ],
  },
  range,
  people,
  orders,
  numbering: {
    first: 1001,
    latest: 1061,
    days: 410,
    firstOrderId: 6_011_250_733_909,
    firstLineId: 16_008_115_520_101,
  },
  postage: { price: 89, freeFrom: 1000 },
  carriers: ["PostNord", "DHL"],
};
