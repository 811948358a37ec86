import ipaddr from "ipaddr.js";

/** An address of the open internet, where anybody may look: not this machine, its networks, or what leads there. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  return address.range() === "unicast" && (address.kind() === "ipv4" || address.match(GLOBAL));
}

/** All of IPv6 that has been given out to anybody. */
const GLOBAL = ipaddr.parseCIDR("2000::/3") as [ipaddr.IPv6, number];
