// May the sending server use the From address? Only what Postmark itself wrote counts. Pure.
// Postmark prepends its own verdicts to a mail's headers: X-Spam-Tests (SpamAssassin's rule names) and Received-SPF.
// A sender can write both, and Authentication-Results, but only below them: so the first of each is Postmark's.

export interface Authentication {
  /** the server may send for the envelope's domain, and that is From's */
  spf: boolean;
  /** a valid signature of From's domain */
  dkim: boolean;
}

export interface Header {
  Name: string;
  Value: string;
}

/** What holds for this From address. Anything missing, doubled or odd holds nothing. */
export function authenticationOf(
  headers: readonly (Header | null)[],
  fromAddress: string | null,
): Authentication {
  const domain = domainOf(fromAddress ?? "");
  if (!domain) return { spf: false, dkim: false };
  const first = (name: string) =>
    headers.find((header) => header?.Name.toLowerCase() === name)?.Value ?? null;
  const written = first("x-spam-tests");
  const tests = written?.split(/[\s,]+/) ?? [];
  const spf = first("received-spf");
  return {
    // Both verdicts must agree where there are both: should Postmark have found no SPF record to report on, the
    // first Received-SPF would be the sender's own.
    spf:
      (written === null || tests.includes("SPF_PASS")) &&
      /^\s*pass\b/i.test(spf ?? "") &&
      // RFC 7208 §9.1: any other identity than the envelope's sender says nothing of a person.
      !/\bidentity=(?!"?mailfrom\b)/i.test(spf ?? "") &&
      isAligned(envelopeDomain(spf ?? ""), domain),
    // "AU": of the author's domain. DKIM_VALID alone is a signature of anybody's.
    dkim: tests.includes("DKIM_VALID_AU"),
  };
}

/** Whether the mail was really sent by From's domain, one way or the other. */
export function isAuthenticated(headers: readonly (Header | null)[], fromAddress: string | null): boolean {
  const { spf, dkim } = authenticationOf(headers, fromAddress);
  return spf || dkim;
}

/**
 * The domain SPF was asked about. The helo name and the mailbox before the "@" are the sender's words and can hold
 * a second "envelope-from=": then there is none to believe.
 */
function envelopeDomain(receivedSpf: string): string {
  const found = receivedSpf.slice(0, 4_000).split(/envelope-from=/i);
  const [address = ""] = (found.length === 2 ? (found[1] ?? "") : "").split(/[;\s]/, 1);
  return domainOf(address.replace(/[<>"]/g, ""));
}

/** The same domain, or one below it: "bounces.shop.example" speaks for "shop.example" (RFC 7489 §3.1.2). */
const isAligned = (envelope: string, from: string): boolean =>
  envelope !== "" && (envelope === from || envelope.endsWith(`.${from}`));

function domainOf(address: string): string {
  const at = address.lastIndexOf("@");
  const domain = at < 1 ? "" : address.slice(at + 1).toLowerCase();
  return /^[^\s@.]+(?:\.[^\s@.]+)+$/.test(domain) ? domain : "";
}
