// Did the mail come from where its From says? Only what Postmark itself puts in front of a mail counts: the first
// header of each name. Everything below, and Authentication-Results wherever it stands, anybody can write. Pure.

export interface Header {
  Name: string;
  Value: string;
}

/**
 * What Postmark found of the sender's address: `spf` = the server that handed it over may send for a domain aligned
 * with From's, `dkim` = it is signed by From's domain.
 */
export function authenticated(headers: Header[], fromAddress: string): { spf: boolean; dkim: boolean } {
  const first = (name: string) => headers.find((one) => one.Name.toLowerCase() === name)?.Value ?? "";
  const from = domainOf(fromAddress);
  if (!from) return { spf: false, dkim: false };
  const tests = first("x-spam-tests").split(/[\s,]+/);
  return { spf: spfHolds(first("received-spf"), from), dkim: tests.includes("DKIM_VALID_AU") };
}

/** RFC 7208 §9.1. An identity other than the envelope's sender says nothing of a person. */
function spfHolds(value: string, from: string): boolean {
  if (!/^\s*pass\b/i.test(value) || /\bidentity=(?!"?mailfrom\b)/i.test(value)) return false;
  const [, envelope = ""] = /\benvelope-from=<?"?([^\s;">]+)/i.exec(value) ?? [];
  const sender = domainOf(envelope);
  return sender !== null && aligned(sender, from);
}

/** DMARC's relaxed alignment, as far as it goes without a list of public suffixes: equal, or one below the other. */
const aligned = (one: string, other: string): boolean =>
  one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);

/** The domain of an address, lower case; null for a single label: nothing may be aligned with "com". */
function domainOf(address: string): string | null {
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  return address.includes("@") && /^[^.\s]+(?:\.[^.\s]+)+$/.test(domain) ? domain : null;
}
