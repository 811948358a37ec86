// Who a person is to us, and how addresses are written. Pure.

/** How sure we are that a person is who they say: proven, only said, or contradicted. */
export type Identity = "verified" | "claimed" | "mismatch";

const EMAIL = /^[^\s\p{Cc}@<>"',;()[\]\\]+@[^\s\p{Cc}@<>"',;()[\]\\]+\.[^\s\p{Cc}@<>"',;()[\]\\.]+$/u;

/** "  Ebba@Example.COM " gives "ebba@example.com"; null when it can't be an address. 254: RFC 5321 §4.5.3.1.3. */
export function normaliseEmail(written: string | null | undefined): string | null {
  const address = (written ?? "").normalize("NFC").trim().toLowerCase();
  return address.length <= 254 && EMAIL.test(address) ? address : null;
}

/** A name fit to show and to put in a header: one line, no control or direction characters, 120 letters. */
export function tidyName(written: string | null | undefined, fallback: string): string {
  const name = (written ?? "")
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return Array.from(name || fallback)
    .slice(0, 120)
    .join("");
}

/**
 * What Shopify's answer makes of a claim: the app proxy vouched for a Shopify customer, who
 * wrote with this address. Equal addresses prove it; another one is a mismatch an agent must look at.
 */
export function judgeIdentity(written: string | null, atShopify: string | null): Identity {
  if (!written || !atShopify) return "claimed";
  return normaliseEmail(atShopify) === normaliseEmail(written) ? "verified" : "mismatch";
}
