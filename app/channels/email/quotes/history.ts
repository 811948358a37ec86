// Which lines of a mail are the mail it answers. What a person wrote is never among them. Pure.
import { attributionEnd, faintAttributionEnd } from "./attribution.ts";
import { headerBlockEnd } from "./header-block.ts";
import { isBlank, isOwn, isRule, nextWritten, type Line } from "./line.ts";
import { pointsBelow } from "./points-below.ts";
import { isForward, isSeparator } from "./separator.ts";
import { isAllSignature } from "./signature.ts";

/** Lines from `from` up to and without `to`. */
export interface Span {
  from: number;
  to: number;
}

/**
 * Where the history stands, top first: nowhere when all is to be shown, because there is none, because nothing
 * else was written, because it was passed on to be read, or because the answers stand inside it.
 */
export function historyIn(lines: readonly Line[]): Span[] {
  const start = startOf(lines);
  if (!start) return trailingQuote(lines);
  if (start.forward) return [];
  const own = lines.slice(0, start.from).filter(isOwn);
  const above = own.length > 0;
  if (!lines[nextWritten(lines, start.to)]?.quoted) {
    // Without quote signs nothing tells answers in the history from the history, but what stands above may say so.
    return above && !own.some(({ text }) => pointsBelow(text))
      ? [{ from: start.from, to: lines.length }]
      : [];
  }
  const below = readBelow(lines, start.to);
  if (below === "answers inside") return [];
  const answeredBelow = below.tail < below.end;
  if (start.faint ? !above || answeredBelow : !above && !answeredBelow) return [];
  const spans = [{ from: start.from, to: below.tail }];
  if (below.end < lines.length) spans.push({ from: below.end, to: lines.length });
  return joined(spans);
}

interface Start extends Span {
  forward: boolean;
  /** a line like "Ann wrote:", which the writer may have typed */
  faint: boolean;
}

/** Nobody writes more than this above the mail they answer: what is longer is a text that nobody answers. */
const MOST_ABOVE = 2_000;

/** The first place where history begins; `to` is the line after what announces it. */
function startOf(lines: readonly Line[]): Start | null {
  let above: Line | null = null;
  for (let at = 0; at < Math.min(lines.length, MOST_ABOVE); at++) {
    const line = lines[at];
    if (!line || (isBlank(line) && !line.quoted)) continue;
    // Inside a quotation others' announcements stand; only its first line may be one of this mail.
    const inside = line.quoted && above?.quoted;
    above = line;
    if (inside || isBlank(line)) continue;
    if (isForward(lines, at)) return { from: at, to: at, forward: true, faint: false };
    const sure = sureEnd(lines, at);
    const to = sure ?? faintAttributionEnd(lines, at);
    if (to === null) continue;
    const from = ruleAbove(lines, at);
    return { from, to: line.quoted ? at : to, forward: false, faint: sure === null };
  }
  return null;
}

/** The line after what says that history follows, when that stands at `at`. */
const announcementEnd = (lines: readonly Line[], at: number): number | null =>
  sureEnd(lines, at) ?? faintAttributionEnd(lines, at);

function sureEnd(lines: readonly Line[], at: number): number | null {
  const end = attributionEnd(lines, at) ?? headerBlockEnd(lines, at);
  if (end !== null) return end;
  if (lines[at]?.mark === "history") return headingEnd(lines, at);
  if (lines[at]?.quoted || !isSeparator(lines, at)) return null;
  return headerBlockEnd(lines, nextWritten(lines, at + 1)) ?? at + 1;
}

const LONGEST_HEADING = 6;

/** A mail program's mark holds a heading of its own, in whatever language, then the quotation. */
function headingEnd(lines: readonly Line[], at: number): number {
  for (let end = at; end < Math.min(lines.length, at + LONGEST_HEADING); end++) {
    if (lines[end]?.quoted) return end;
  }
  return at;
}

/** A rule drawn above the announcement belongs to it. */
function ruleAbove(lines: readonly Line[], at: number): number {
  let above = at - 1;
  while (above >= 0 && isBlank(lines[above])) above -= 1;
  return above >= 0 && isRule(lines[above]) && !lines[at]?.quoted ? above : at;
}

/** How far below the announcement another one is looked for. */
const MOST_BELOW = 10_000;

interface Below {
  /** where their own words begin again below the quotation, `end` when they don't */
  tail: number;
  /** where history without quote signs begins, or the end */
  end: number;
}

/** What stands below the announcement of a quotation. */
function readBelow(lines: readonly Line[], from: number): Below | "answers inside" {
  let unquoted: number | null = null;
  let answered = false;
  let at = from;
  while (at < lines.length) {
    const line = lines[at];
    const silent = line?.quoted || isBlank(line) || at > from + MOST_BELOW;
    const announced = silent ? null : announcementEnd(lines, at);
    if (announced !== null && !lines[nextWritten(lines, announced)]?.quoted) break;
    if (line?.quoted && answered) return "answers inside";
    if (line?.quoted || announced !== null) unquoted = null;
    else if (!isBlank(line) && !isWrapped(lines, at)) unquoted ??= at;
    answered ||= unquoted !== null && isOwn(line);
    at = Math.max(at + 1, announced ?? 0);
  }
  const tail = unquoted !== null && !isAllSignature(lines.slice(unquoted, at)) ? unquoted : at;
  return { tail, end: at };
}

/** As wide as mail programs let a line grow before they break it. */
const WIDE = 64;

/** The rest of a long quoted line, which a mail program broke and left without its quote sign. */
function isWrapped(lines: readonly Line[], at: number): boolean {
  const [above, text, below] = [lines[at - 1], lines[at]?.text ?? "", lines[at + 1]];
  if (!above?.quoted) return false;
  if (/(?:^|\s)>$/.test(text)) return true;
  return Boolean(below?.quoted) && above.text.length >= WIDE && !/[.!?:;]$/.test(above.text);
}

/** A quotation nothing announces counts when it ends the mail and is the only one. */
function trailingQuote(lines: readonly Line[]): Span[] {
  const first = lines.findIndex((line) => line.cited && !isBlank(line));
  if (first < 0 || !lines.slice(0, first).some(isOwn)) return [];
  for (let at = first; at < lines.length; at++) {
    const line = lines[at];
    const theirs = isOwn(line) || (line?.quoted && !line.cited && !isBlank(line));
    if (theirs && !isWrapped(lines, at)) {
      return isAllSignature(lines.slice(at)) ? [{ from: first, to: lines.length }] : [];
    }
  }
  return [{ from: first, to: lines.length }];
}

const joined = (spans: Span[]): Span[] =>
  spans.reduce<Span[]>((done, span) => {
    const last = done.at(-1);
    return last && last.to >= span.from
      ? [...done.slice(0, -1), { from: last.from, to: span.to }]
      : [...done, span];
  }, []);
