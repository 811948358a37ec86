// What stands above the first word of a mail without being the sender's: a warning of outside mail, a phone's line. Pure.
import { isBlank, isOwn, nextWritten, type Line } from "./line.ts";
import { isMobileSignature } from "./mobile-signature.ts";

const OUTSIDE_MAIL =
  /^\W*(?:caution|warning|attention|external|notice|varning|obs|advarsel|forsiktig|varoitus|achtung|vorsicht|warnung|extern|attenzione|atención|let op|uwaga)\b.{0,120}(?:external|outside (?:of )?(?:the|your|our)|extern|ekstern|utanför|utenfor|udenfor|ulkopuol|außerhalb|esterno|externo|buiten|zewn)/iu;
const LONGEST = 500;

/** How many lines at the top are no words of the sender; 0 when nothing else was written. */
export function leadingNotice(lines: readonly Line[]): number {
  const at = nextWritten(lines, 0);
  const text = lines[at]?.text ?? "";
  if (text.length > LONGEST || lines[at]?.quoted || !isBlank(lines[at + 1])) return 0;
  if (!OUTSIDE_MAIL.test(text) && !isMobileSignature(text)) return 0;
  return lines.slice(at + 1).some(isOwn) ? at + 1 : 0;
}
