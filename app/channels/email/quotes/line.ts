// A mail's words line by line, from its text or from its HTML, so that both are read by the same rules. Pure.

export interface Line {
  /** what stands there, without quote signs and invisible characters */
  text: string;
  /** another's words: behind ">" in text, in a blockquote in HTML */
  quoted: boolean;
  /** quoted by a mail program beyond doubt; any blockquote in HTML is not */
  cited: boolean;
  /** the mail program's own mark stands here: what follows is the mail that is answered, or a signature */
  mark: "history" | "signature" | null;
}

const QUOTE_SIGN = /^[\s\u200e\u200f]*>/;
const QUOTE_SIGNS = /^[\s>\u200e\u200f]+/;
/** Direction marks, zero-width characters, soft hyphens: they hide words from comparison. */
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** More lines than a mail of half a megabyte has: such a text is shown as it is. */
export const MOST_LINES = 10_000;

/** A line as it stands in a text, with ">" before what is quoted. */
export function lineOf(raw: string): Line {
  const quoted = QUOTE_SIGN.test(raw);
  return { text: visible(quoted ? raw.replace(QUOTE_SIGNS, "") : raw), quoted, cited: quoted, mark: null };
}

/** Without what nobody sees, and with one kind of space. */
export const visible = (raw: string): string => raw.replace(INVISIBLE, "").replace(/\s+/g, " ").trim();

export const isBlank = (line: Line | undefined): boolean => !line?.text;

/** A rule drawn with characters: dashes, stars, underscores. */
export const isRule = (line: Line | undefined): boolean =>
  Boolean(line?.text) && !line?.quoted && /^[-_=*~#+.\u1427\s—–]+$/.test(line?.text ?? "");

/** Something a person may have written: not empty, not quoted, more than a rule. */
export const isOwn = (line: Line | undefined): boolean =>
  Boolean(line) && !isBlank(line) && !line?.quoted && !isRule(line);

/** The first line from `at` on with something on it; `lines.length` when there is none. */
export function nextWritten(lines: readonly Line[], at: number): number {
  let found = at;
  while (found < lines.length && isBlank(lines[found])) found += 1;
  return found;
}
