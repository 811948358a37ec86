// Who is who behind an address: customers, the shops' own support addresses, Postmark's inbound addresses.

import type { SandboxState } from "../state.ts";
import type { Shop, ShopCustomer } from "../world/types.ts";

/** The customer with this address and the shop that knows them; the first shop wins. */
export function personOf(
  state: SandboxState,
  email: string,
): { shop: Shop; customer: ShopCustomer } | undefined {
  const wanted = email.toLowerCase();
  for (const shop of state.world.shops) {
    const customer = shop.customers.find((candidate) => candidate.email?.toLowerCase() === wanted);
    if (customer) return { shop, customer };
  }
  return undefined;
}

/** "Ebba Lindqvist", as the world knows her, as she wrote last time, or made from the address. */
export function nameOf(state: SandboxState, email: string): string {
  const person = personOf(state, email);
  if (person) return `${person.customer.firstName} ${person.customer.lastName}`.trim();
  const seen = state.mail.sent
    .flatMap((mail) => [...mail.to, ...mail.cc])
    .findLast((address) => address.email.toLowerCase() === email.toLowerCase() && address.name);
  if (seen) return seen.name;
  const local = email.split("@")[0] ?? email;
  return local
    .split(/[._-]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(" ");
}

/** The language a person's mail program speaks. */
export const languageOf = (state: SandboxState, email: string): string =>
  (personOf(state, email)?.customer.locale ?? "en").slice(0, 2).replace("no", "nb");

/** The shop whose support address this is. */
export const shopByAddress = (state: SandboxState, email: string): Shop | undefined =>
  state.world.shops.find((shop) => shop.email.toLowerCase() === email.toLowerCase());

/**
 * Where a mail to this address ends up at Postmark: inbound addresses (with any mailbox hash) take it themselves,
 * support addresses are forwarded. Undefined: nobody takes mail there.
 */
export function forwardedTo(state: SandboxState, email: string): string | undefined {
  const address = email.toLowerCase();
  const { inboundAddress } = state.config;
  if (address.replace(/\+[^@]*@/, "@") === inboundAddress.toLowerCase()) return email;
  const forward = state.mail.forwards.get(address);
  if (forward) return forward;
  return shopByAddress(state, address) ? inboundAddress : undefined;
}

/** Every address a customer can write to: each shop's own, then those the merchant added by a forward. */
export function supportAddresses(state: SandboxState): { email: string; name: string; forward: string }[] {
  const shops = state.world.shops.map(({ email, name }) => ({ email, name }));
  const added = [...state.mail.forwards.keys()]
    .filter((email) => !shopByAddress(state, email))
    .map((email) => ({ email, name: email }));
  return [...shops, ...added].map((entry) => ({ ...entry, forward: forwardedTo(state, entry.email) ?? "" }));
}
