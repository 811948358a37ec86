// A person the shop has never seen, made in one click: a name that rings true in the shop's country, an account, a mailbox.

import { customerChanged } from "../shopify/customer-changes.ts";
import type { SandboxState } from "../state.ts";
import type { Shop, ShopCustomer } from "../world/types.ts";

const NAMES: Record<string, { first: string[]; last: string[] }> = {
  sv: {
    first: [
      "Signe",
      "Alva",
      "Melker",
      "Vilgot",
      "Stina",
      "Hedda",
      "Ruben",
      "Tyra",
      "Love",
      "Iris",
      "Hjalmar",
      "Siri",
    ],
    last: [
      "Ekdahl",
      "Wikander",
      "Stenmark",
      "Hallgren",
      "Forslund",
      "Rydell",
      "Almqvist",
      "Nordin",
      "Selander",
    ],
  },
  nb: {
    first: [
      "Ingrid",
      "Sverre",
      "Live",
      "Aksel",
      "Tiril",
      "Eirik",
      "Ragnhild",
      "Jonas",
      "Mathea",
      "Brage",
      "Solveig",
    ],
    last: ["Fjeld", "Brekke", "Sandvik", "Tveit", "Moen", "Haugen", "Lunde", "Vik", "Myhre", "Nygård"],
  },
  en: {
    first: ["Nora", "Felix", "Clara", "Jasper", "Maya", "Otis", "Freya", "Rowan", "Ada", "Miles", "Esther"],
    last: ["Hartley", "Lindgren", "Whitlock", "Brandt", "Okafor", "Sayers", "Marlow", "Castell", "Vance"],
  },
};

/** Adds a customer without orders to the shop and returns them. The same clicks give the same people. */
export function addShopper(state: SandboxState, shop: Shop): ShopCustomer {
  const { first, last } = NAMES[shop.locale.slice(0, 2)] ?? { first: ["Sam"], last: ["Shopper"] };
  for (let turn = 0; ; turn += 1) {
    const firstName = first[turn % first.length] ?? "Sam";
    const lastName = last[(turn * 5 + Math.floor(turn / first.length)) % last.length] ?? "Shopper";
    const again = turn >= first.length * last.length ? String(turn) : "";
    const email = `${plain(firstName)}.${plain(lastName)}${again}@example.com`;
    if (state.world.shops.some(({ customers }) => customers.some((customer) => customer.email === email)))
      continue;
    const customer: ShopCustomer = {
      id: String(
        9_400_000_000_000 + state.world.shops.reduce((sum, { customers }) => sum + customers.length, 0),
      ),
      firstName,
      lastName,
      email,
      phone: null,
      locale: shop.locale,
      createdAt: state.now().toISOString(),
      note: null,
      tags: [],
      verifiedEmail: true,
      address: null,
    };
    shop.customers.push(customer);
    customerChanged(state, shop, customer, "customers/create");
    return customer;
  }
}

const plain = (name: string) =>
  name
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replaceAll("ø", "o")
    .replaceAll("æ", "ae");
