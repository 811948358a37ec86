// How often a visitor, an address and a store may do what: per process, a guard and no quota. Who is refused is told when
// to try again.
import { AppError } from "../../errors.ts";
import { HOUR, MINUTE, SECOND } from "../../lib/clock.ts";
import { challengeFor, isProven } from "../../lib/proof-of-work.server.ts";
import { mayPass, type Rate } from "../../lib/rate.ts";

const LIMITS = {
  /** visitors made and greeted, of one address */
  hello: { calls: 60, within: MINUTE },
  /** tokens that are none, of one address */
  guess: { calls: 30, within: MINUTE },
  say: { calls: 30, within: MINUTE },
  sayFromAddress: { calls: 240, within: MINUTE },
  begin: { calls: 8, within: HOUR },
  beginFromAddress: { calls: 40, within: HOUR },
  upload: { calls: 20, within: 10 * MINUTE },
  uploadFromAddress: { calls: 80, within: 10 * MINUTE },
  ask: { calls: 120, within: MINUTE },
  tell: { calls: 120, within: MINUTE },
  transcript: { calls: 3, within: HOUR },
  open: { calls: 60, within: MINUTE },
} as const satisfies Record<string, Rate>;

/** From so many in a minute on a store is under attack: whoever begins something has to work for it. */
const ATTACK = { hello: 300, begin: 60 };

/** Counts one; throws too-many. Somebody nobody can tell (null) is not counted. */
export function demandRoom(what: keyof typeof LIMITS, who: string | null): void {
  if (who === null) return;
  const limit = LIMITS[what];
  if (mayPass(`chat ${what} ${who}`, limit)) return;
  throw new AppError("too-many", { retryAfter: Math.min(60, limit.within / SECOND) });
}

/**
 * Counts what a store's visitors begin. While there is too much of it, throws proof-needed (detail.challenge) without a
 * proof for `subject`, which is good for that alone.
 */
export function demandWork(
  what: keyof typeof ATTACK,
  storeId: string,
  { subject, proof }: { subject: string; proof: string | undefined },
): void {
  if (mayPass(`chat attack ${what} ${storeId}`, { calls: ATTACK[what], within: MINUTE })) return;
  if (proof && isProven(subject, proof)) return;
  throw new AppError("proof-needed", { challenge: challengeFor(subject).challenge });
}
