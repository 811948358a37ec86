import type { ShopPlan } from "../plan.ts";
import { range } from "./catalog.ts";
import { orders } from "./orders.ts";
import { people } from "./people.ts";

const member = { accountOwner: false, collaborator: false, emailVerified: true };

export const fjallrum: ShopPlan = {
  shop: {
    domain: "fjallrum.myshopify.com",
    id: "61820174501",
    name: "Fjällrum",
    publicDomain: "fjallrum.se",
    email: "hej@fjallrum.example",
    currency: "SEK",
    locale: "sv",
    country: "SE",
    timeZone: "Europe/Stockholm",
    scopes:
      "read_customers,write_customers,read_customer_merge,read_orders,write_orders,read_order_edits,write_order_edits,read_products,read_returns,read_locales,write_app_proxy",
    staff: [
      {
        ...member,
        id: "81240733101",
        firstName: "Kajsa",
        lastName: "Norell",
        email: "kajsa@fjallrum.example",
        locale: "sv",
        accountOwner: true,
      },
      {
        ...member,
        id: "81240765870",
        firstName: "Henrik",
        lastName: "Solbakken",
        email: "henrik@kystull.example",
        locale: "nb",
        lacks: ["edit_orders"],
      },
      {
        ...member,
        id: "81240798639",
        firstName: "Matilda",
        lastName: "Åström",
        email: "matilda@fjallrum.example",
        locale: "sv",
      },
      {
        ...member,
        id: "81240831408",
        firstName: "Elliot",
        lastName: "Brandt",
        email: "elliot@fjallrum.example",
        locale: "en",
      },
      {
        ...member,
        id: "81240864177",
        firstName: "Tuva",
        lastName: "Sjögren",
        email: "tuva@fjallrum.example",
        locale: "sv",
      },
    ],
  },
  range,
  people,
  orders,
  numbering: {
    first: 1001,
    latest: 2241,
    days: 1080,
    firstOrderId: 5_318_204_411_301,
    firstLineId: 14_912_003_407_777,
  },
  postage: { price: 59, freeFrom: 999 },
  crowd: 0.95,
  carriers: ["PostNord", "PostNord", "DHL", "Budbee"],
};
