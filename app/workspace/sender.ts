// Which address a brand's mail leaves from. Pure.
import { domainOf } from "./support-address.ts";

export interface DomainFacts {
  name: string;
  dkimVerifiedAt: Date | null;
  failingSince: Date | null;
}

/** missing: none of this workspace's · pending: not proven yet · failing: was proven and is not any more. */
export type DomainState = "pending" | "verified" | "failing";

/**
 * DKIM alone decides: it is what Postmark demands before it sends for a domain, and it aligns with From for DMARC.
 * The Return-Path is advice.
 */
export function stateOfDomain(domain: DomainFacts): DomainState {
  if (domain.failingSince) return "failing";
  return domain.dkimVerifiedAt ? "verified" : "pending";
}

/** The brand's own address while its domain is proven; until then, and as soon as it fails, ours. */
export function senderAddressOf(
  brand: { senderAddress: string | null },
  domain: DomainFacts | null,
  fallback: string,
): string {
  if (!brand.senderAddress || !domain || domain.name !== domainOf(brand.senderAddress)) return fallback;
  return stateOfDomain(domain) === "verified" ? brand.senderAddress : fallback;
}
