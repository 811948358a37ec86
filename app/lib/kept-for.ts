// An answer that is asked for often and may be a little old. Pure but for its memory.
import { now } from "./clock.ts";

const MOST_KEPT = 5_000;

/** The same question as `ask`, answered anew only when the last answer to it is older than `ms`. A failure is not kept. */
export function keptFor<Q, A>(
  ms: number,
  keyOf: (question: Q) => string,
  ask: (question: Q) => Promise<A>,
): (question: Q) => Promise<A> {
  const kept = new Map<string, { at: number; answer: Promise<A> }>();
  return (question) => {
    const key = keyOf(question);
    const at = now().getTime();
    const known = kept.get(key);
    if (known && Math.abs(at - known.at) < ms) return known.answer;
    if (kept.size >= MOST_KEPT) kept.clear();
    const answer = ask(question);
    kept.set(key, { at, answer });
    answer.catch(() => kept.delete(key));
    return answer;
  };
}
