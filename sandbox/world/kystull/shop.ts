import type { ShopPlan } from "../plan.ts";
import { range } from "./catalog.ts";
import { orders } from "./orders.ts";
import { people } from "./people.ts";

const member = { accountOwner: false, collaborator: false, emailVerified: true };

export const kystull: ShopPlan = {
  shop: {
    domain: "kystull.myshopify.com",
    id: "63907741288",
    name: "Kystull",
    publicDomain: "kystull.no",
    email: "hei@kystull.example",
    currency: "NOK",
    locale: "nb",
    country: "NO",
    timeZone: "Europe/Oslo",
    scopes:
      "read_customers,write_customers,read_customer_merge,read_orders,write_orders,read_order_edits,write_order_edits,read_products,read_returns,read_locales,write_app_proxy",
    staff: [
      {
        ...member,
        id: "84611902401",
        firstName: "Kajsa",
        lastName: "Norell",
        email: "kajsa@fjallrum.example",
        locale: "sv",
        accountOwner: true,
      },
      {
        ...member,
        id: "84611935170",
        firstName: "Henrik",
        lastName: "Solbakken",
        email: "henrik@kystull.example",
        locale: "nb",
      },
      {
        ...member,
        id: "84611967939",
        firstName: "Matilda",
        lastName: "Åström",
        email: "matilda@fjallrum.example",
        locale: "sv",
      },
      {
        ...member,
        id: "84612000708",
        firstName: "Sivert",
        lastName: "Haugland",
        email: "sivert@kystull.example",
        locale: "nb",
      },
    ],
  },
  range,
  people,
  orders,
  numbering: {
    first: 4001,
    latest: 5163,
    days: 1090,
    firstOrderId: 5_604_877_190_455,
    firstLineId: 15_120_441_903_213,
  },
  postage: { price: 79, freeFrom: 1200 },
  carriers: ["Posten", "Bring", "Bring"],
};
