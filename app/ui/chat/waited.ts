// How long somebody has been waiting, in the largest unit that tells. Pure.
import { MINUTE } from "../../lib/clock.ts";

export type Waited = { unit: "now" | "minutes" | "hours"; count: number };

export function waited(since: Date, now: Date): Waited {
  const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / MINUTE));
  if (!minutes) return { unit: "now", count: 0 };
  return minutes < 60
    ? { unit: "minutes", count: minutes }
    : { unit: "hours", count: Math.floor(minutes / 60) };
}
