// How sure we are of who wrote, and why. Each message says something of its writer; a ticket is as sure as its least
// sure one. Pure. docs/decisions/034-who-it-is.md
import type { Identity } from "./customer.ts";

/**
 * What a message says of its writer: signed in as the customer it is from; signed in, and Shopify says that the typed
 * address is theirs; answered to our signed reply address from a server that may; only their address says so; somebody
 * who is no part of the conversation; somebody an agent let in; signed in as another customer than the address is.
 */
export const JUDGED = [
  "signed-in",
  "shopify-address",
  "signed-reply",
  "address",
  "stranger",
  "let-in",
  "other-account",
] as const;
export type Judged = (typeof JUDGED)[number];

/** Why a ticket is what it is. agent: one made sure of it. unanswered: we wrote, and they have not yet. */
export const IDENTITY_REASONS = [
  "signed-in",
  "shopify-address",
  "signed-reply",
  "agent",
  "address",
  "stranger",
  "unanswered",
  "other-account",
] as const;
export type IdentityReason = (typeof IDENTITY_REASONS)[number];

export interface TicketIdentity {
  identity: Identity;
  /** null: from before reasons were kept */
  reason: IdentityReason | null;
}

/** What there is to say of a reason: who vouched for them and when; or what was typed, and whose account it was. */
export interface IdentityDetail {
  byName?: string | null;
  /** ISO 8601 */
  at?: string;
  address?: string | null;
  account?: string | null;
}

/** Nobody but us has written. */
export const UNANSWERED: TicketIdentity = { identity: "claimed", reason: "unanswered" };

const ALONE: Record<Judged, TicketIdentity> = {
  "signed-in": { identity: "verified", reason: "signed-in" },
  "shopify-address": { identity: "verified", reason: "shopify-address" },
  "signed-reply": { identity: "verified", reason: "signed-reply" },
  address: { identity: "claimed", reason: "address" },
  stranger: { identity: "claimed", reason: "address" },
  "let-in": UNANSWERED,
  "other-account": { identity: "mismatch", reason: "other-account" },
};

/** The identity once another message joined. A contradiction stays until an agent looks at it. */
export function identityAfter(before: TicketIdentity, judged: Judged): TicketIdentity {
  if (judged === "let-in" || before.identity === "mismatch") return before;
  const joined = ALONE[judged];
  if (before.reason === "unanswered" || joined.identity === "mismatch") return joined;
  if (joined.identity === "verified") return before;
  if (before.identity === "claimed" && before.reason !== "stranger") return before;
  return { identity: "claimed", reason: judged === "stranger" ? "stranger" : "address" };
}

/** What all messages together say; `vouched`: an agent made sure of some that proved nothing or said otherwise. */
export function identityOf(said: Judged[], vouched: boolean): TicketIdentity {
  const start: TicketIdentity = vouched ? { identity: "verified", reason: "agent" } : UNANSWERED;
  return JUDGED.filter((one) => said.includes(one)).reduce(identityAfter, start);
}

/** What stands beside a single message: its sender is proven, says so, or is nobody we know here. */
export function senderProofOf(judged: Judged): "verified" | "claimed" | "unverified" {
  if (judged === "stranger") return "unverified";
  return ALONE[judged].identity === "verified" ? "verified" : "claimed";
}

export const judgedOf = (stored: string | null): Judged | null =>
  JUDGED.find((one) => one === stored) ?? null;

export const reasonOf = (stored: string | null): IdentityReason | null =>
  IDENTITY_REASONS.find((one) => one === stored) ?? null;
