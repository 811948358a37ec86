// Which macros are meant by what somebody types, and in which order they stand. Pure.
import type { Language } from "../../i18n/language.ts";
import type { Macro } from "../../tickets/macros/macro.ts";
import { textOfHtml } from "../editor/text.ts";

/** A macro with its words ready to be searched. */
export interface Searchable {
  macro: Macro;
  name: string;
  text: string;
}

export const searchable = (macro: Macro): Searchable => ({
  macro,
  name: folded(macro.name),
  text: folded(textOfHtml(macro.html)),
});

/**
 * Those every typed word is found in: in names first, then in texts, a slip of one letter in a name forgiven. Among
 * equals the customer's language comes first, then what is used much and lately.
 */
export function findMacros(
  all: readonly Searchable[],
  typed: string,
  { language, now }: { language: Language | null; now: Date },
): Macro[] {
  const words = folded(typed).split(" ").filter(Boolean);
  const found = all.flatMap((one) => {
    const fit = fitOf(one, words);
    return fit === null
      ? []
      : [{ macro: one.macro, rank: [fit, isForeign(one.macro, language), -useOf(one.macro, now)] }];
  });
  found.sort((a, b) => {
    const first = a.rank.findIndex((value, index) => value !== b.rank[index]);
    return first < 0 ? a.macro.name.localeCompare(b.macro.name) : (a.rank[first] ?? 0) - (b.rank[first] ?? 0);
  });
  return found.map(({ macro }) => macro);
}

/** 0 at the beginning of its name, 1 in its name, 2 nearly, 3 in its text; null where a word is nowhere. */
function fitOf({ name, text }: Searchable, words: string[]): number | null {
  let worst = 0;
  for (const word of words) {
    const fit = name.startsWith(word)
      ? 0
      : name.includes(word)
        ? 1
        : isNearly(name, word)
          ? 2
          : text.includes(word)
            ? 3
            : null;
    if (fit === null) return null;
    worst = Math.max(worst, fit);
  }
  return worst;
}

/** Whether a word of the name begins like this, but for one letter. */
const isNearly = (name: string, word: string): boolean =>
  word.length >= 4 && name.split(" ").some((one) => oneOff(one.slice(0, word.length + 1), word));

/** One letter more, less, other, or two that changed places; what follows in `longer` does not matter. */
function oneOff(longer: string, word: string): boolean {
  let at = 0;
  while (at < word.length && longer[at] === word[at]) at++;
  const rest = word.slice(at);
  return (
    longer.slice(at + 1).startsWith(rest) ||
    longer.slice(at).startsWith(rest.slice(1)) ||
    longer.slice(at + 1).startsWith(rest.slice(1)) ||
    longer.slice(at).startsWith(`${rest[1] ?? ""}${rest[0] ?? ""}${rest.slice(2)}`)
  );
}

const isForeign = (macro: Macro, language: Language | null): number =>
  language && macro.locale && macro.locale !== language ? 1 : 0;

const WEEK = 7 * 24 * 3600_000;

/** Ten uses of last month weigh as much as five of this week. */
function useOf({ usedCount, usedAt }: Macro, now: Date): number {
  if (!usedAt) return 0;
  const weeks = Math.max(0, now.getTime() - Date.parse(usedAt)) / WEEK;
  return usedCount / (1 + weeks / 4);
}

const folded = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
