// When a customer may honestly be told to expect an answer: what the merchant promises, inside office hours. Pure.
import { HOUR, later, MINUTE } from "../lib/clock.ts";
import type { Expectation } from "../mail/expectation.ts";
import { isOpen, openMinutesBetween, opensNext, type Hours } from "./hours.ts";

/** "Within 24 hours" is said only where this much of them is business time: not on a Friday at five. */
const ENOUGH = 4 * HOUR;

/** `withinHours`: how soon the merchant says answers usually come. */
export function expectAnswer(hours: Hours, withinHours: number, at: Date): Expectation {
  if (!isOpen(hours, at)) return { kind: "closed", until: opensNext(hours, at) };
  const promised = withinHours * HOUR;
  const working = openMinutesBetween(hours, at, later(at, promised)) * MINUTE;
  const from = working < Math.min(promised, ENOUGH) ? opensNext(hours, at) : null;
  return from ? { kind: "later", from } : { kind: "within", hours: withinHours };
}
