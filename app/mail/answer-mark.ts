// The line our notifications begin with, by which we know our own words when they come back quoted. Pure.

/** Stands on both sides of "write your answer above this line". Nobody types it, and no mail program changes it. */
export const ANSWER_MARK = "##-##";

/**
 * What was written above a quoted notification. Text without a mark comes back as it is: what it quotes, if
 * anything, is not ours.
 */
export function aboveMark(text: string): string {
  const at = text.indexOf(ANSWER_MARK);
  if (at < 0) return text.trim();
  const lines = text.slice(0, at).split("\n");
  // What stands before the mark on its own line is the quote sign.
  lines.pop();
  return withoutHeading(lines).join("\n").trim();
}

/** Outlook's block of "From: …" lines, in any language: short words before the colon. */
const FIELD = /^[>*\s]*\p{L}[\p{L} .-]{0,18}\s?:\*?\s+\S/u;
const RULE = /^[>\s]*(?:_{5,}|-{2,}.*-{2,})\s*$/;
const MOST_FIELDS = 8;
/** A clock, an address or a year: what headings have, and the agent's own lines with a colon hardly. */
const TELLS = /\d{1,2}[.:]\d{2}|@|\d{4}/;
/** "On 21 Nov 2026, at 10:12, Ebba (Björk) <…> wrote:" is broken into three lines at most. */
const MOST_LINES = 3;

/** Drops the heading a mail program puts above what it quotes. Only used directly above our own mark. */
function withoutHeading(lines: string[]): string[] {
  const kept = trimEnd(lines);
  let fields = kept.length;
  while (fields > 0 && kept.length - fields < MOST_FIELDS && FIELD.test(kept[fields - 1] ?? "")) fields--;
  if (kept.length - fields >= 3 && TELLS.test(kept.slice(fields).join(" ")))
    return withoutRule(kept.slice(0, fields));
  if (/:\s*$/.test(kept.at(-1) ?? "")) {
    for (let count = 1; count <= MOST_LINES; count++) {
      const heading = kept.slice(-count).join(" ");
      const begins = count === kept.length || isBlank(kept.at(-count - 1) ?? "");
      if (begins && TELLS.test(heading)) return withoutRule(kept.slice(0, -count));
    }
  }
  return withoutRule(kept);
}

const withoutRule = (lines: string[]): string[] => {
  const kept = trimEnd(lines);
  return RULE.test(kept.at(-1) ?? "") ? trimEnd(kept.slice(0, -1)) : kept;
};

function trimEnd(lines: string[]): string[] {
  let end = lines.length;
  while (end > 0 && isBlank(lines[end - 1] ?? "")) end--;
  return lines.slice(0, end);
}

const isBlank = (line: string): boolean => /^[>\s]*$/.test(line);
