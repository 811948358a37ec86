// What stands for each recipient's own in a request: {{first_name}}, {{name}}, {{first_name|there}}. Pure.
import type { Person } from "../../mail/person.ts";

export const VARIABLES = ["first_name", "name"] as const;
export type Variable = (typeof VARIABLES)[number];

export interface Filled {
  text: string;
  /** what could not be filled in, as written; then nothing may be sent */
  unresolved: string[];
}

const VARIABLE = /\{\{\s*([\w.-]{1,60})\s*(?:\|([^{}]{0,200}))?\}\}/g;

/** The text for one recipient. A fallback stands for a name that is missing, never for a word we do not know. */
export function fillIn(text: string, person: Pick<Person, "name">): Filled {
  const unresolved: string[] = [];
  const filled = text.replace(VARIABLE, (written: string, name: string, fallback?: string) => {
    const known = VARIABLES.find((one) => one === name);
    const value = known ? VALUES[known](person) || fallback?.trim() : undefined;
    if (value === undefined) unresolved.push(`{{${name}}}`);
    return value ?? written;
  });
  // Half a variable would be sent as it stands.
  const half = unresolved.length ? null : /\{\{.{0,30}|.{0,30}\}\}/.exec(text.replace(VARIABLE, ""));
  return { text: filled, unresolved: [...new Set(half ? [half[0]] : unresolved)] };
}

/** How a variable is written into a text. */
export const writeVariable = (variable: Variable): string => `{{${variable}}}`;

export const isVariable = (written: string): boolean =>
  VARIABLES.some((variable) => written === writeVariable(variable));

const VALUES: Record<Variable, (person: Pick<Person, "name">) => string> = {
  name: ({ name }) => name.trim(),
  // "Lindqvist, Ebba" is how lists are sorted.
  first_name: ({ name }) =>
    (name.includes(",") ? (name.split(",")[1] ?? "") : name).trim().split(/\s+/)[0] ?? "",
};
