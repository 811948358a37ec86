// What a person wrote now, told apart from the mail they answer and from signatures. Pure, and linear in the text:
// it is asked of every mail that comes in, whoever sent it.
import { historyIn } from "./history.ts";
import { isBlank, isOwn, lineOf, MOST_LINES } from "./line.ts";
import { leadingNotice } from "./notice.ts";
import { signatureStart } from "./signature.ts";

/**
 * What they wrote now; null when that is all of the text: nothing is quoted, nothing but the quotation was sent,
 * or their answers stand between the quoted lines.
 */
export function trimReply(text: string): string | null {
  let shown = text.includes("--- On ") ? text.replace(GLUED, "\n") : text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const less = trimOnce(shown);
    if (less === null) break;
    shown = less;
  }
  return shown.trim() === text.trim() ? null : shown;
}

/** "Thanks--- On Wed, Apr 4, Ann wrote:": some programs write the announcement onto the answer's last line. */
const GLUED = /(?<=[^\s-])(?=-{3,6} ?On .{10,200}(?:wrote|sent):)/g;
/** What is left may end in a signature that stood above the quotation. */
const MOST_ROUNDS = 4;

function trimOnce(text: string): string | null {
  const raw = text.split("\n");
  if (raw.length > MOST_LINES) return null;
  const lines = raw.map(lineOf);
  const keep = lines.map(() => true);
  for (const { from, to } of historyIn(lines)) keep.fill(false, from, to);
  const left = lines.flatMap((line, at) => (keep[at] ? [{ line, raw: raw[at] ?? "" }] : []));
  const end = signatureStart(left.map(({ line }) => line));
  const own = left.slice(leadingNotice(left.map(({ line }) => line)), end);
  while (own.length && isBlank(own[0]?.line)) own.shift();
  while (own.length && isBlank(own.at(-1)?.line)) own.pop();
  if (!own.some(({ line }) => isOwn(line)) || own.length === lines.length) return null;
  return own
    .map((kept) => kept.raw)
    .join("\n")
    .trimEnd();
}
