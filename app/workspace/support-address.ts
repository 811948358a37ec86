// A support address the merchant connects: what can be said of it. Pure.
import { DAY } from "../lib/clock.ts";

/** waiting: no test mail came back yet · taken: it came back, but another workspace has the address. */
export type AddressState = "waiting" | "taken" | "connected" | "quiet" | "retired";

/** A shop that gets no mail for this long has more likely lost its forwarding than its customers. */
const QUIET_AFTER = 14 * DAY;

export interface AddressFacts {
  confirmedAt: Date | null;
  testArrivedAt: Date | null;
  lastMailAt: Date | null;
  retiredAt: Date | null;
}

export function stateOfAddress(facts: AddressFacts, now: Date): AddressState {
  if (facts.retiredAt) return "retired";
  if (!facts.confirmedAt) return facts.testArrivedAt ? "taken" : "waiting";
  const newest = Math.max(facts.confirmedAt.getTime(), facts.lastMailAt?.getTime() ?? 0);
  return now.getTime() - newest > QUIET_AFTER ? "quiet" : "connected";
}

/** What stands in a test mail's subject, so that its arrival can be told from other mail. */
export const testMark = (code: string): string => `[samla-test ${code}]`;

/** The code of a test mail; null for any other subject. Forwarders put "Fwd:" before it, some change its case. */
export const testCodeIn = (subject: string): string | null =>
  /\[samla-test ([0-9a-z]{8,40})\]/i.exec(subject)?.[1]?.toLowerCase() ?? null;

/** The part after the "@". */
export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf("@") + 1).toLowerCase();

/** Why a test mail was queued: one per press. */
export const testKey = (addressId: string, at: Date): string => `test:${addressId}:${at.getTime()}`;
