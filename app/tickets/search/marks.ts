// Where the words that were searched for stand in a text. Pure: a text goes in, pieces of it come out, never HTML.

export interface Piece {
  text: string;
  marked: boolean;
}

/** More than this behind a stem is another word: "lad" is in "lådorna", and not in "laddningsstationen". */
const LONGEST_ENDING = 5;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** A word as the index has it: no accents, lower case. */
export const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .replaceAll("œ", "oe")
    .replaceAll("ß", "ss");

/** The lexemes of a tsquery as PostgreSQL writes it, those that may go on with a star behind them. */
export const lexemesOf = (query: string): string[] => [
  ...new Set([...query.matchAll(/'((?:[^']|'')+)'(?::([*A-D]+))?/g)].map(([, word = "", flags = ""]) => word + (flags.includes("*") ? "*" : ""))),
]; // prettier-ignore

/** Whether a word of a text is one that was searched for. */
export function isHit(word: string, lexemes: readonly string[]): boolean {
  const folded = fold(word);
  return lexemes.some((lexeme) => {
    if (lexeme.endsWith("*")) return folded.startsWith(lexeme.slice(0, -1));
    return folded.startsWith(lexeme) && folded.length <= lexeme.length + LONGEST_ENDING;
  });
}

/** Places of the hits in a text, in order. */
export const hitsIn = (text: string, lexemes: readonly string[]): { from: number; to: number }[] =>
  lexemes.length
    ? [...text.matchAll(WORD)]
        .filter(([word]) => isHit(word, lexemes))
        .map(({ 0: word, index }) => ({ from: index, to: index + word.length }))
    : [];

/** The text in pieces, hits apart from what is between them. */
export function piecesOf(text: string, lexemes: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { from, to } of hitsIn(text, lexemes)) {
    if (from > done) pieces.push({ text: text.slice(done, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    done = to;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), marked: false });
  return pieces;
}

const BEFORE = 24;
const LENGTH = 160;

/** A line of a text that shows its first hit; null when there is none. */
export function excerptOf(text: string, lexemes: readonly string[]): string | null {
  const line = text.replace(/\s+/g, " ").trim();
  const [first] = hitsIn(line, lexemes);
  if (!first) return null;
  const near = Math.max(0, first.from - BEFORE);
  const from = near === 0 ? 0 : line.indexOf(" ", near) + 1;
  const start = from > first.from ? first.from : from;
  const end = line.length > start + LENGTH;
  return `${start > 0 ? "… " : ""}${line.slice(start, start + LENGTH)}${end ? " …" : ""}`;
}
