// Where a signature begins: "-- ", a rule with a card below it, what phones and apps add. Pure.
import { isBlank, isOwn, isRule, type Line } from "./line.ts";
import { isMobileSignature } from "./mobile-signature.ts";

/** More than this below "--" is a letter in two parts. */
const MOST_SIGNATURE_LINES = 25;
/** How many lines below another rule are still a card. */
const MOST_CARD_LINES = 12;
const LONGEST_CARD_LINE = 120;

/**
 * The line the signature begins at; `lines.length` without one, and when there would be nothing left above it.
 * Names and greetings stay: they are part of a letter.
 */
export function signatureStart(lines: readonly Line[]): number {
  const start = anySignatureStart(lines);
  return lines.slice(0, start).some(isOwn) ? start : lines.length;
}

/** Nothing but a signature? */
export const isAllSignature = (lines: readonly Line[]): boolean =>
  !lines.slice(0, anySignatureStart(lines)).some(isOwn);

function anySignatureStart(lines: readonly Line[]): number {
  const delimiter = lines.findIndex((line, at) => isDelimiter(lines, line, at));
  let end = delimiter < 0 ? lines.length : delimiter;
  while (end > 0 && isAddedAtEnd(lines, end - 1)) end -= 1;
  return end;
}

function isDelimiter(lines: readonly Line[], line: Line, at: number): boolean {
  if (line.quoted) return false;
  if (line.mark === "signature") return true;
  if (line.text === "--") return writtenBelow(lines, at).length <= MOST_SIGNATURE_LINES;
  return /^(?:_{20,}|(?:\* ?){3,}|-{20,})$/.test(line.text) && isCard(lines, at);
}

/** A few short lines to the end of the mail. */
const isCard = (lines: readonly Line[], at: number): boolean =>
  lines.length - at < 4 * MOST_CARD_LINES &&
  writtenBelow(lines, at).length <= MOST_CARD_LINES &&
  writtenBelow(lines, at).every(({ text, quoted }) => !quoted && text.length <= LONGEST_CARD_LINE);

const writtenBelow = (lines: readonly Line[], at: number): Line[] =>
  lines.slice(at + 1, at + 1 + 8 * MOST_SIGNATURE_LINES).filter((line) => !isBlank(line));

/** Lines that only end a mail: empty ones, rules, what apps add, "--Ann". */
function isAddedAtEnd(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (!line || line.quoted) return false;
  if (isBlank(line) || isRule(line) || isMobileSignature(line.text)) return true;
  return /^-{2,}\s?\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,3}$/u.test(line.text);
}
