// What can be typed next in the search field. Pure.
import type { Directory } from "../directory.server.ts";
import { PRIORITIES, STATUSES } from "../ticket.ts";
import { fold } from "./marks.ts";
import { OPERATORS, type Operator } from "./query.ts";

export interface Completion {
  /** all of the field's text with it */
  text: string;
  /** what is added: "label:" or "label:\"VIP kund\"" */
  token: string;
  operator: Operator;
  /** an operator that still wants a value */
  open: boolean;
}

const MOST = 6;

/** How the last word may go on: an operator whose name begins so, or a value the operator knows. */
export function completionsOf(typed: string, directory: Directory): Completion[] {
  const [, before = "", minus = "", last = ""] =
    typed.match(/^(.*?)(-?)((?:\p{L}+:)?(?:"[^"]*|[^\s"]*))$/su) ?? [];
  const [, name, begun = ""] = last.match(/^(\p{L}+):"?(.*)$/su) ?? [];
  const operator = OPERATORS.find((known) => known === name?.toLowerCase());
  const make = (of: Operator, token: string, open: boolean): Completion => ({
    text: `${before}${minus}${token}${open ? "" : " "}`,
    token: `${minus}${token}`,
    operator: of,
    open,
  });
  if (operator) {
    return valuesOf(operator, directory)
      .filter((value) => fold(value).startsWith(fold(begun)))
      .slice(0, MOST)
      .map((value) =>
        make(
          operator,
          `${operator}:${/[\s"]/.test(value) ? `"${value.replaceAll('"', "")}"` : value}`,
          false,
        ),
      );
  }
  return last && !name
    ? OPERATORS.filter((known) => known.startsWith(last.toLowerCase())).map((known) =>
        make(known, `${known}:`, true),
      )
    : [];
}

/** What stands before anything is typed. */
export const allOperators = (): Completion[] =>
  OPERATORS.map((operator) => ({ text: `${operator}:`, token: `${operator}:`, operator, open: true }));

function valuesOf(operator: Operator, { labels, agents, stores }: Directory): string[] {
  const names = (named: { name: string }[]) => named.map(({ name }) => name);
  const values: Partial<Record<Operator, readonly string[]>> = {
    label: names(labels),
    assignee: ["me", "none", ...names(agents)],
    store: names(stores),
    status: STATUSES,
    priority: PRIORITIES,
    channel: ["email", "form", "chat", "sms"],
    is: ["unread", "read", ...STATUSES, "unassigned", "mine", "archived", "spam"],
    has: ["attachment"],
  };
  return [...(values[operator] ?? [])];
}
