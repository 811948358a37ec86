// A mail's text and HTML, with what its writer says now told apart from the rest. Pure.
import { htmlToText } from "../../../lib/safe-html.ts";
import { foldQuoted, withoutQuoted } from "./fold.ts";
import { trimReply } from "./trim.ts";

interface Mail {
  subject: string;
  /** all of it, made from the HTML when the mail brought none */
  text: string;
  /** the mail brought text of its own */
  hasText: boolean;
  /** sanitized */
  html: string | null;
}

/** What they wrote now, and the HTML with the rest folded. A mail passed on is shown whole. */
export function readReply({ subject, text, hasText, html }: Mail): {
  trimmed: string | null;
  html: string | null;
} {
  if (isPassedOn(subject, text)) return { trimmed: null, html: html || null };
  const own = html && !hasText ? withoutQuoted(html) : null;
  return {
    trimmed: own === null ? trimReply(text) : shorter(text, htmlToText(own)),
    html: html ? foldQuoted(html) : null,
  };
}

const shorter = (text: string, own: string): string | null => (own && own !== text.trim() ? own : null);

/** "Fwd:", "VB:", "WG:" … at the beginning; "Re: Fwd:" answers such a mail. */
const PASSED_ON =
  /^\s*(?:fwd?|fw|vb|vl|vidarebefordrat|videresendt|wg|tr|rv|enc|doorst|pd|tov|továbbítva|ilt|转发|轉寄|転送)\s*[:：]/i;

/** "VS:" is passed on in Norwegian and Danish, an answer in Finnish: the language of the headers tells. */
const isPassedOn = (subject: string, text: string): boolean =>
  PASSED_ON.test(subject) || (/^\s*vs\s*:/i.test(subject) && !/lähettäjä|kirjoitti/i.test(text));
