// Addresses mail goes to and comes back from. Pure.

/** "<hash>@inbound…" and a token give "<hash>+<token>@inbound…", the Reply-To of everything we send. */
export function replyAddress(inboundAddress: string, token: string): string {
  const [local, domain] = inboundAddress.split("@");
  return `${local}+${token}@${domain}`;
}

/** The token in an address of ours, lower case; null for any other address. */
export function tokenIn(address: string, inboundAddress: string): string | null {
  const [local = "", domain = ""] = address.trim().toLowerCase().split("@");
  const [hash, inboundDomain] = inboundAddress.toLowerCase().split("@");
  const [before, token] = local.split("+");
  return before === hash && domain === inboundDomain && token ? token : null;
}

/** Our RFC 5322 Message-ID of a row, without angle brackets: stable, so a retry is the same mail. */
export const internetIdOf = (id: string, fromAddress: string): string => `${id}@${fromAddress.split("@")[1]}`;

const LONGEST = 500;

/** Of a References header: anybody can send one, of any length. */
const LONGEST_HEADER = 20_000;

/** A Message-ID as we store and compare it: no brackets or spaces; null when empty, absurdly long or not ASCII. */
export function normaliseMessageId(written: string | null | undefined): string | null {
  const id = (written ?? "").slice(0, 2 * LONGEST).replace(/[<>\s\0]/g, "");
  return /^[\x21-\x7e]+$/.test(id) && id.length <= LONGEST ? id : null;
}

/** All ids of a References or In-Reply-To header, in order, each once. */
export function messageIdsIn(header: string | null | undefined): string[] {
  const whole = header ?? "";
  const parts = whole
    .slice(0, LONGEST_HEADER)
    .replaceAll("><", "> <")
    .split(/[\s,]+/);
  // The last one may be cut through.
  if (whole.length > LONGEST_HEADER) parts.pop();
  const found = parts.filter((part) => part.startsWith("<") || part.includes("@"));
  return [...new Set(found.map(normaliseMessageId).filter((id) => id !== null))];
}
