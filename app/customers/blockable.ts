// Whom one can block: an address, or everybody at a domain. Pure.
import { normaliseEmail } from "./customer.ts";

/** Where everybody has their mail: blocking one of these would block customers too. */
const EVERYBODYS =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|proton|protonmail|telia|online|bredband|comhem)\.[a-z.]{2,6}$/;

export const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

/** The domain that may be blocked with this address; null where everybody has their mail. */
export function blockableDomain(address: string): string | null {
  const domain = domainOf(address);
  return EVERYBODYS.test(domain) ? null : domain;
}

/** "Ebba@Example.com" gives the address, "@Example.com" the domain, lower case; null for anything else. */
export function readBlockable(written: string | undefined): string | null {
  const value = (written ?? "").trim();
  if (!value.startsWith("@")) return normaliseEmail(value);
  const address = normaliseEmail(`x${value}`);
  return address && blockableDomain(address) ? address.slice(1) : null;
}
