// The pretend commerce world: three shops, the same on every run, dated back from `now`.
import { productsOf } from "./catalog.ts";
import { fjallrum } from "./fjallrum/shop.ts";
import { kystull } from "./kystull/shop.ts";
import { ordersOf } from "./order-book.ts";
import type { Person, ShopPlan } from "./plan.ts";
import { hashOf } from "./random.ts";
import { tallrik } from "./tallrik/shop.ts";
import type { Order, Shop, ShopCustomer, World } from "./types.ts";

/** Builds the world as it stands at `now`. Ids, names and amounts never change; only the dates follow. */
export function makeWorld({ now }: { now: Date }): World {
  return { shops: [fjallrum, kystull, tallrik].map((plan) => makeShop(plan, now)) };
}

function makeShop(plan: ShopPlan, now: Date): Shop {
  const orders = ordersOf(plan, now);
  return {
    ...plan.shop,
    staff: plan.shop.staff.map((member) => ({ ...member })),
    products: productsOf(plan.range),
    customers: plan.people.map((person) => makeCustomer(person, orders, now)),
    orders,
  };
}

function makeCustomer(person: Person, orders: Order[], now: Date): ShopCustomer {
  const first = orders.find((order) => order.customerId === person.id);
  const joined = first ? Date.parse(first.createdAt) - 4 * 60_000 : now.getTime() - 20 * 24 * 3_600_000;
  return {
    id: person.id,
    firstName: person.firstName,
    lastName: person.lastName,
    email: person.email,
    phone: person.phone,
    locale: person.locale,
    createdAt: new Date(joined).toISOString(),
    note: person.note ?? null,
    tags: [...(person.tags ?? [])],
    verifiedEmail: person.verifiedEmail ?? true,
    address: { ...person.address },
    otherAddresses: (person.otherAddresses ?? []).map((address) => ({ ...address })),
    emailMarketing: pickFor(person, "e-mail", ["SUBSCRIBED", "SUBSCRIBED", "NOT_SUBSCRIBED", "UNSUBSCRIBED"]),
    smsMarketing: pickFor(person, "sms", ["NOT_SUBSCRIBED", "NOT_SUBSCRIBED", "SUBSCRIBED"]),
    ...judged(person),
  };
}

/** The same choice for the same person on every run. */
const pickFor = (person: Person, what: string, among: string[]): string | undefined =>
  among[hashOf(`${person.id} ${what}`) % among.length];

/** Shopify judges those who have bought something. */
function judged({ orders }: Person): Pick<ShopCustomer, "rfmGroup" | "spendTier"> {
  if (orders >= 20) return { rfmGroup: "CHAMPIONS", spendTier: "HIGH" };
  if (orders >= 8) return { rfmGroup: "LOYAL", spendTier: "HIGH" };
  if (orders >= 3) return { rfmGroup: "ACTIVE", spendTier: "MEDIUM" };
  return orders ? { rfmGroup: "PROMISING", spendTier: "LOW" } : {};
}
