// Saved answers: what they hold, what using one also does to the ticket, and how two of them go together. Pure.
import { z } from "zod";
import { LANGUAGES, type Language } from "../../i18n/language.ts";
import { PRIORITIES } from "../ticket.ts";

export const LONGEST_NAME = 100;
export const LONGEST_MACRO = 20_000;
/** All of them are on an agent's page at once, so that searching waits for nothing. */
export const MOST_TEAM_MACROS = 500;
export const MOST_OWN_MACROS = 100;
export const MOST_ACTIONS = 10;

export const actionSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("add-label"), labelId: z.uuid() }),
  z.object({ do: z.literal("remove-label"), labelId: z.uuid() }),
  /** to whoever uses it, to somebody, or to nobody */
  z.object({ do: z.literal("assign"), agentId: z.union([z.literal("me"), z.uuid()]).nullable() }),
  z.object({ do: z.literal("priority"), priority: z.enum(PRIORITIES) }),
  z.object({ do: z.literal("department"), departmentId: z.uuid().nullable() }),
  z.object({
    do: z.literal("snooze"),
    hours: z
      .number()
      .int()
      .min(1)
      .max(24 * 365),
  }),
  z.object({ do: z.literal("close") }),
]);
export type MacroAction = z.infer<typeof actionSchema>;

/** Actions as a page sends them. */
export const actionsSchema = z.array(actionSchema).max(MOST_ACTIONS).transform(joined);

/** Actions as a row keeps them; what cannot be read is left out. */
export const readActions = (stored: unknown): MacroAction[] =>
  Array.isArray(stored)
    ? stored.slice(0, MOST_ACTIONS).flatMap((one) => {
        const read = actionSchema.safeParse(one);
        return read.success ? [read.data] : [];
      })
    : [];

/** Of two that contradict each other the later one holds: nobody both closes and snoozes. */
export function joined(actions: MacroAction[]): MacroAction[] {
  const byPlace = new Map<string, MacroAction>();
  for (const one of actions) {
    byPlace.delete(placeOf(one));
    byPlace.set(placeOf(one), one);
  }
  return [...byPlace.values()].slice(-MOST_ACTIONS);
}

/** What of a ticket an action changes. */
export function placeOf(one: MacroAction): string {
  if (one.do === "add-label" || one.do === "remove-label") return `label ${one.labelId}`;
  return one.do === "close" || one.do === "snooze" ? "state" : one.do;
}

/** Hours a macro may snooze for that have words of their own. */
export const SNOOZES = [4, 24, 72, 168, 336] as const;

/** As the page of an agent has it. */
export interface Macro {
  id: string;
  name: string;
  html: string;
  actions: MacroAction[];
  /** null: any */
  locale: Language | null;
  /** the agent's own; false: the team's */
  own: boolean;
  usedCount: number;
  /** ISO 8601 */
  usedAt: string | null;
}

export const localeOf = (stored: string | null | undefined): Language | null =>
  LANGUAGES.find((language) => language === stored) ?? null;
