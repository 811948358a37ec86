// What is typed into the search field, read. Pure, and never an error: what is not understood is looked for as words.
import { LONGEST_SEARCH } from "../filter.ts";
import { PRIORITIES, STATUSES, type ChannelKind, type Priority, type Status } from "../ticket.ts";
import type { View } from "../view.ts";

/** Where a word must stand: in the subject, in who wrote, in who was written to; null: anywhere. */
export type Section = "subject" | "from" | "to" | null;

export interface Term {
  word: string;
  section: Section;
  /** more letters may follow: written with a star, or still being typed */
  beginning: boolean;
  /** other forms of the word will do */
  stemmed: boolean;
  not: boolean;
}

/** What an operator asks of the ticket itself. */
export type Condition = { not: boolean } & (
  | { on: "label" | "assignee" | "store" | "order"; value: string }
  | { on: "priority"; value: Priority }
  | { on: "channel"; value: ChannelKind }
  | { on: "status"; value: Status }
  | { on: "unread" | "files" }
  | { on: "before" | "after"; value: string }
);

export interface Query {
  terms: Term[];
  conditions: Condition[];
  /** asked for by is:archived and is:spam, the only way to those from another view */
  view: View | null;
}

export const OPERATORS = [
  "from",
  "to",
  "subject",
  "order",
  "label",
  "status",
  "priority",
  "assignee",
  "channel",
  "store",
  "is",
  "has",
  "before",
  "after",
] as const;
export type Operator = (typeof OPERATORS)[number];

const CHANNELS: readonly ChannelKind[] = ["form", "email", "chat", "sms"];
/** More than anybody types would only make the database work. */
const MOST = 24;
/** One letter begins half of all words. */
const SHORTEST_BEGINNING = 2;

/** Reads a search. Everything in it must hold. */
export function readQuery(typed: string): Query {
  const query: Query = { terms: [], conditions: [], view: null };
  for (const token of tokensOf(tidy(typed)).slice(0, MOST)) {
    if (!askTicket(query, token)) query.terms.push(termOf(token));
  }
  return query;
}

/** Reads what is being typed: of the last word, more letters may follow. */
export const readTyping = (typed: string): Query => readQuery(withBeginning(typed) ?? typed);

/**
 * The same search for words that begin like its last one; null where that is whole: quoted, starred, too short, or
 * asked for in one place only (for beginnings there, every ticket with such a word anywhere has to be looked at).
 */
export function withBeginning(typed: string): string | null {
  const text = tidy(typed);
  const last = tokensOf(text)
    .slice(0, MOST)
    .find((token) => token.last);
  if (!last || sectionOf(last) || last.value.endsWith("*") || last.value.length < SHORTEST_BEGINNING)
    return null;
  const isWord = !askTicket({ terms: [], conditions: [], view: null }, last);
  return isWord && text.length < LONGEST_SEARCH ? `${text}*` : null;
}

/** Whether nothing is asked for. */
export const isEmptyQuery = ({ terms, conditions, view }: Query): boolean =>
  !terms.length && !conditions.length && !view;

/** Whether some word must be there: only then the index can say where. */
export const looksForWords = ({ terms }: Query): boolean => terms.some(({ not }) => !not);

/** The ticket number that is all of a search: "SA-1042", "#1042" or "1042". */
export function askedNumber({ terms, conditions }: Query, prefix: string): number | null {
  const [only, ...others] = terms;
  if (!only || others.length || conditions.length || only.not || only.section) return null;
  const word = only.word.toLowerCase();
  const digits = [prefix.toLowerCase(), "#", ""].find(
    (start) => /^\d{1,9}$/.test(word.slice(start.length)) && word.startsWith(start),
  );
  return digits === undefined ? null : Number(word.slice(digits.length));
}

const tidy = (typed: string): string =>
  typed.slice(0, LONGEST_SEARCH).replaceAll("\0", " ").toWellFormed().normalize("NFC").trim();

interface Token {
  not: boolean;
  operator: Operator | null;
  value: string;
  quoted: boolean;
  /** nothing follows it */
  last: boolean;
}

const TOKEN = /(-?)(?:(\p{L}+):)?(?:"([^"]*)("|$)|([^\s"]\S*))/gu;

function tokensOf(text: string): Token[] {
  const found = [...text.matchAll(TOKEN)].filter(([whole]) => !isUnfinished(whole));
  return found.map((found) => {
    const [whole, minus, name = "", phrase, closing, word = ""] = found;
    const operator = OPERATORS.find((known) => known === name.toLowerCase()) ?? null;
    const value = phrase ?? word;
    return {
      not: minus === "-",
      operator,
      value: operator || !name ? value : `${name}:${value}`,
      quoted: phrase !== undefined,
      last: found.index + whole.length === text.length && closing !== '"',
    };
  });
}

/** Quotes with nothing between them, or an operator still without a value. */
const isUnfinished = (token: string): boolean => {
  const [, operator, rest = ""] = token.match(/^-?(?:(\p{L}+):)?(.*)$/su) ?? [];
  const isOperator = OPERATORS.some((known) => known === operator?.toLowerCase());
  return /^"?\s*"?$/.test(rest) && (isOperator || !operator);
};

const sectionOf = ({ operator }: Token): Section =>
  operator === "from" || operator === "to" || operator === "subject" ? operator : null;

/** A word, or words one after the other; a star behind them stands for any letters. */
function termOf(token: Token): Term {
  const { not, operator, value, quoted } = token;
  const section = sectionOf(token);
  const said = value.replace(/\*+$/, "");
  return {
    word: section || !operator ? said : `${operator}:${said}`,
    section,
    beginning: said !== value && said.length >= SHORTEST_BEGINNING,
    stemmed: !quoted,
    not,
  };
}

/** What an operator asks of the ticket joins the query. False: the token is words. */
function askTicket(query: Query, { operator, value, not }: Token): boolean {
  if (operator === "is") {
    const view = value === "archived" || value === "spam" ? value : null;
    if (view && !not) query.view = view;
    const condition = stateOf(value.toLowerCase(), not);
    if (condition) query.conditions.push(condition);
    return view !== null || condition !== null;
  }
  const condition = operator && value ? conditionOf(operator, value, not) : null;
  if (condition) query.conditions.push(condition);
  return condition !== null;
}

function stateOf(value: string, not: boolean): Condition | null {
  if (value === "unread" || value === "read") return { on: "unread", not: not !== (value === "read") };
  if (value === "unassigned") return { on: "assignee", value: "none", not };
  if (value === "mine") return { on: "assignee", value: "me", not };
  const status = STATUSES.find((one) => one === value);
  return status ? { on: "status", value: status, not } : null;
}

function conditionOf(operator: Operator, value: string, not: boolean): Condition | null {
  const lower = value.toLowerCase();
  switch (operator) {
    case "label":
    case "assignee":
    case "store":
    case "order":
      return { on: operator, value, not };
    case "priority": {
      const priority = PRIORITIES.find((one) => one === lower);
      return priority ? { on: "priority", value: priority, not } : null;
    }
    case "channel": {
      const channel = CHANNELS.find((one) => one === lower);
      return channel ? { on: "channel", value: channel, not } : null;
    }
    case "status":
      return stateOf(STATUSES.some((one) => one === lower) ? lower : "", not);
    case "has":
      return /^(attachments?|files?)$/.test(lower) ? { on: "files", not } : null;
    case "before":
    case "after": {
      const day = dayOf(value);
      return day ? { on: operator, value: day, not } : null;
    }
    default:
      return null;
  }
}

/** A day; the first of a month or year when only that is said. */
function dayOf(text: string): string | null {
  const [, year, month = "01", day = "01"] = text.match(/^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const whole = `${year}-${month}-${day}`;
  return year && !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === whole ? whole : null;
}
