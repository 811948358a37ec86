// What Send did last with the ticket, kept in the browser: the button offers it again.
import { z } from "zod";
import { SNOOZES, type Snooze } from "../../../tickets/snooze.ts";
import { keptStore } from "../../../ui/kept.ts";
import { CLOSE, NOTHING, type After } from "./after.ts";

/** Not until when, which is past by then, but in which words. */
export type Choice = { then: "" | "close" } | { then: "snooze"; id: Snooze };

export const STAYS_OPEN: Choice = { then: "" };

const kept = z.union([
  z.object({ then: z.enum(["", "close"]) }),
  z.object({ then: z.literal("snooze"), id: z.enum(SNOOZES) }),
]);

export const lastChoice = keptStore("after-send", STAYS_OPEN, (value) => kept.safeParse(value).data ?? null);

/** What the choice means now. Late in the evening nothing is "later today": then it is what is offered first. */
export function afterOf(choice: Choice, snoozes: { id: Snooze; until: Date }[]): After {
  if (choice.then !== "snooze") return choice.then === "close" ? CLOSE : NOTHING;
  const { until } = snoozes.find(({ id }) => id === choice.id) ?? snoozes[0] ?? {};
  return until ? { then: "snooze", until: until.toISOString() } : NOTHING;
}
