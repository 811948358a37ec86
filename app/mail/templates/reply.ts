// The mail an agent's reply becomes. Pure.
import { textToHtml } from "../text.ts";
import { wrapHtml } from "./frame.ts";
import type { Quote } from "./quote.ts";

/**
 * Subject, text and HTML part of a reply; both parts say the same: the words, the signature, what was said before.
 * `html` is what the agent wrote, sanitized; null for one written as text.
 */
export function composeReply(reply: {
  text: string;
  html: string | null;
  signature: string;
  quote: Quote | null;
  subject: string;
  number: string;
  /** the conversation begins with it, so it answers nothing */
  opens: boolean;
}): { subject: string; text: string; html: string } {
  const { signature, quote } = reply;
  const text = [reply.text.trimEnd(), signature, quote?.text].filter(Boolean).join("\n\n");
  const html = [
    reply.html ?? textToHtml(reply.text.trimEnd()),
    signature ? textToHtml(signature) : "",
    quote ? `<br>\n${quote.html}` : "",
  ];
  const subjectFor = reply.opens ? openingSubjectOf : subjectOf;
  return {
    subject: subjectFor(reply.subject, reply.number),
    text,
    html: wrapHtml(html.filter(Boolean).join("\n")),
  };
}

/** "Re: …" once, and the number customers may quote, once. */
export function subjectOf(subject: string, number: string): string {
  const bare = subject.replace(/^(?:(?:re|sv|vs|aw|antw|fwd?|vb|vl)\s*:\s*)+/i, "").trim();
  return `Re: ${openingSubjectOf(bare, number)}`;
}

const openingSubjectOf = (subject: string, number: string): string =>
  subject.includes(`[${number}]`) ? subject : `${subject} [${number}]`.trim();
