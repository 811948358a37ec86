// Shopify's search syntax, as far as the app uses it: words and field:value terms, joined by spaces or AND.
// Anything more is refused aloud, so that no query finds something here that it would not find there.

import { notHere } from "./view.ts";

export interface Term {
  /** null: a bare word, looked for in the usual places */
  field: string | null;
  value: string;
  /** with the value as a moment */
  compared?: ">=" | "<=" | ">" | "<";
}

/** Splits `name:#1001 AND email:"x@y.z"` into its terms. Throws on OR, NOT and brackets. */
export function parseSearch(query: string): Term[] {
  const terms: Term[] = [];
  for (const match of query.matchAll(/(?:([A-Za-z_]+):([<>]=?)?)?(?:"([^"]*)"|'([^']*)'|(\S+))/g)) {
    const [, field, compared, doubleQuoted, singleQuoted, bare] = match;
    if (!field && bare === "AND") continue;
    const unsupported = bare !== undefined && (/^(OR|NOT)$/.test(bare) || /^[-(<>]|\)$/.test(bare));
    if (unsupported) throw notHere(`The sandbox does not know this search syntax: ${query}`);
    const value = doubleQuoted ?? singleQuoted ?? bare ?? "";
    terms.push({
      field: field ?? null,
      value,
      ...(compared ? { compared: compared as Term["compared"] } : {}),
    });
  }
  return terms;
}

/**
 * The items every term matches. `fields` says, per field, what an item holds there; `words` what bare words look at.
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
  const tests = parseSearch(query ?? "").map(({ field, value, compared }) => {
    if (!field) return (item: Item) => startsAWord(words(item), value);
    if (compared) return comparison(moments[field], field, compared, value);
    const read = fields[field];
    if (!read) throw notHere(`The sandbox cannot search by ${field}.`);
    return (item: Item) => read(item).some((held) => held !== null && equals(held, value));
  });
  return items.filter((item) => tests.every((test) => test(item)));
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
