// Shopify's search syntax, as far as the app uses it: words and field:value terms, joined by spaces or AND,
// and choices of them in brackets, joined by OR.
// Anything more is refused aloud, so that no query finds something here that it would not find there.

import { notHere } from "./view.ts";

export interface Term {
  /** null: a bare word, looked for in the usual places */
  field: string | null;
  value: string;
  /** with the value as a moment */
  compared?: ">=" | "<=" | ">" | "<";
}

/** Splits `name:#1001 AND (email:"x@y.z" OR customer_id:7)` into its parts, each a choice of terms. Throws on more. */
export function parseSearch(query: string): Term[][] {
  const parts: Term[][] = [];
  let choice: Term[] | null = null;
  let or = false;
  for (const [token, ...written] of query.matchAll(TOKENS)) {
    if (token === "AND" && !choice) continue;
    if (token === "OR" && choice?.length) or = true;
    else if (token === "(" && !choice) choice = [];
    else if (token === ")" && choice?.length && !or) {
      parts.push(choice);
      choice = null;
    } else {
      if (/^(AND|OR|NOT|[()]|[-<>].*)$/.test(token) || (choice?.length && !or)) throw unknown(query);
      if (choice) choice.push(termOf(written));
      else parts.push([termOf(written)]);
      or = false;
    }
  }
  if (choice || or) throw unknown(query);
  return parts;
}

const TOKENS = /[()]|(?:([A-Za-z_]+):([<>]=?)?)?(?:"([^"]*)"|'([^']*)'|([^\s()]+))/g;

const unknown = (query: string) => notHere(`The sandbox does not know this search syntax: ${query}`);

function termOf([field, compared, doubleQuoted, singleQuoted, bare]: (string | undefined)[]): Term {
  const value = doubleQuoted ?? singleQuoted ?? bare ?? "";
  return {
    field: field ?? null,
    value,
    ...(compared ? { compared: compared as Term["compared"] } : {}),
  };
}

/**
 * The items every part matches by one of its terms. `fields` says, per field, what an item holds there; `words` what bare words look at.
 * Throws on a field that is not listed.
 */
export function searched<Item>(
  items: readonly Item[],
  query: string | null | undefined,
  {
    fields,
    words,
    moments = {},
  }: {
    fields: Record<string, (item: Item) => (string | null)[]>;
    words: (item: Item) => string;
    /** fields that hold a moment, and are compared with one */
    moments?: Record<string, (item: Item) => string>;
  },
): Item[] {
  const testOf = ({ field, value, compared }: Term): ((item: Item) => boolean) => {
    if (!field) return (item: Item) => startsAWord(words(item), value);
    if (compared) return comparison(moments[field], field, compared, value);
    const read = fields[field];
    if (!read) throw notHere(`The sandbox cannot search by ${field}.`);
    return (item: Item) => read(item).some((held) => held !== null && equals(held, value));
  };
  const tests = parseSearch(query ?? "").map((choice) => choice.map(testOf));
  return items.filter((item) => tests.every((choice) => choice.some((test) => test(item))));
}

function comparison<Item>(
  read: ((item: Item) => string) | undefined,
  field: string,
  compared: NonNullable<Term["compared"]>,
  value: string,
): (item: Item) => boolean {
  const wanted = Date.parse(value);
  if (!read || Number.isNaN(wanted)) throw notHere(`The sandbox cannot compare ${field} with ${value}.`);
  return (item) => {
    const held = Date.parse(read(item));
    if (compared === ">=") return held >= wanted;
    if (compared === "<=") return held <= wanted;
    return compared === ">" ? held > wanted : held < wanted;
  };
}

function equals(held: string, wanted: string): boolean {
  const [one, other] = [held.toLowerCase(), wanted.toLowerCase()];
  return other.endsWith("*") ? one.startsWith(other.slice(0, -1)) : one === other;
}

const startsAWord = (text: string, word: string) =>
  text
    .toLowerCase()
    .split(/[\s,]+/)
    .some((part) => part.startsWith(word.toLowerCase().replace(/\*$/, "")));
