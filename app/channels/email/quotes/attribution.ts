// The line above a quotation: "On Tue, 5 March 2024 at 10:12, Ann <ann@example.com> wrote:", wrapped or not. Pure.
import { isBlank, isRule, nextWritten, type Line } from "./line.ts";
import { isLabelled } from "./header-block.ts";
import {
  ADDRESS_WROTE,
  ADDRESS_WROTE_THEN,
  ENDS_WITH_WROTE,
  endsWithTime,
  hasAddress,
  hasDate,
  hasTime,
  SAYS_WROTE,
  startsWithDate,
} from "./words.ts";

const MOST_LINES = 5;
const LONGEST = 400;

/**
 * The line after the attribution that begins at `at`; null when none begins there. Looks at a few lines only, so
 * asking this of every line of a long mail stays linear.
 */
export function attributionEnd(lines: readonly Line[], at: number): number | null {
  if (goesOn(lines[at]?.text.slice(0, LONGEST) ?? "")) return at + 1;
  return endWhere(lines, at, isAttribution);
}

/** The same for what may as well be a sentence, "Ann wrote:", and announces something only above a quotation. */
export const faintAttributionEnd = (lines: readonly Line[], at: number): number | null =>
  endWhere(lines, at, (said, end) => isFaint(said) && isFollowed(lines, end));

function endWhere(
  lines: readonly Line[],
  at: number,
  holds: (said: string, end: number) => boolean,
): number | null {
  const first = lines[at];
  if (!first || isBlank(first) || isRule(first)) return null;
  let said = "";
  for (let end = at; end < at + MOST_LINES; end++) {
    const line = lines[end];
    if (!line || isBlank(line) || line.quoted !== first.quoted) return null;
    said = `${said} ${line.text}`.trim();
    if (said.length > LONGEST || (end > at && !mayGoOn(first.text))) return null;
    const whole = bare(said);
    if (holds(whole, end + 1)) return end + 1;
    if (/[:：]$/.test(whole)) return null;
  }
  return null;
}

/** Some phones write the mail that is answered onto the same line. */
function goesOn(text: string): boolean {
  const announced = ADDRESS_WROTE_THEN.exec(text)?.[1];
  return announced !== undefined && startsWithDate(bare(announced)) && hasTime(announced);
}

/** Beyond doubt, whatever follows. */
function isAttribution(said: string): boolean {
  if (ADDRESS_WROTE.test(said.replace(/[>)\]"',\s]+(?=[^@]*$)/, " "))) return true;
  if (!/(?:[:：]|-{2,})$/.test(said)) return false;
  const dated = startsWithDate(said);
  const time = hasTime(said);
  const wrote = SAYS_WROTE.test(said);
  if (hasAddress(said) && (hasDate(said) || dated) && (wrote || (time && (dated || endsWithTime(said)))))
    return dated || endsWithTime(said) || ENDS_WITH_WROTE.test(said);
  if (hasAddress(said) && dated && hasDate(said)) return true;
  if (dated && wrote && (time || (hasDate(said) && ENDS_WITH_WROTE.test(said)))) return true;
  if (hasDate(said) && time && ENDS_WITH_WROTE.test(said)) return true;
  return wrote && hasDate(said) && endsWithTime(said);
}

/** Like an attribution, and one only when a quotation follows. */
function isFaint(said: string): boolean {
  if (ENDS_WITH_WROTE.test(said)) return said.length <= 150;
  if (startsWithDate(said) && hasDate(said) && /@[^\s@]+>?$/.test(said)) return true;
  return startsWithDate(said) && hasTime(said) && SAYS_WROTE.test(said);
}

function isFollowed(lines: readonly Line[], at: number): boolean {
  const next = lines[nextWritten(lines, at)];
  return Boolean(next && (next.quoted || next.text.startsWith("|") || isLabelled(next.text)));
}

/** A first line of several says when or who. */
const mayGoOn = (text: string): boolean =>
  startsWithDate(bare(text)) || (hasAddress(text) && (SAYS_WROTE.test(text) || hasDate(text)));

/** Without the dashes, quotes and stars around it, and without a quotation that goes on behind the colon. */
const bare = (said: string): string =>
  said
    .replace(/^[-–—_*"“'\s]+/, "")
    .replace(/([:：])\s*>.*$/, "$1")
    .replace(/[\s*_]+$/, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">");
