// Whose request it is, by the proxies we trust. Pure.
import ipaddr from "ipaddr.js";

/** The address `trusted` steps back in X-Forwarded-For: what stands before it, anybody can write. Null when it is not said. */
export function clientAddress(headers: Headers, trusted: number): string | null {
  const steps = (headers.get("X-Forwarded-For") ?? "").split(",").map((step) => step.trim());
  return trusted > 0 ? lineOf(steps.at(-trusted)) : null;
}

/**
 * An address as somebody is counted by: of IPv6 the network of one customer line, "2001:db8:0:1::/64", as who has one
 * such address has all of them. Null for what is none.
 */
export function lineOf(written: string | undefined): string | null {
  if (!written || written.includes("%") || !ipaddr.isValid(written)) return null;
  const address = ipaddr.process(written);
  if (!(address instanceof ipaddr.IPv6)) return address.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/64`).toString()}/64`;
}
