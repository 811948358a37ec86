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
  /** what its subject begins with; null: the conversation begins with it, so it answers nothing */
  begins: "Re" | "Fwd" | null;
}): { subject: string; text: string; html: string } {
  const { signature, quote } = reply;
  const text = [reply.text.trimEnd(), signature, quote?.text].filter(Boolean).join("\n\n");
  const html = [
    reply.html ?? textToHtml(reply.text.trimEnd()),
    signature ? textToHtml(signature) : "",
    quote ? `<br>\n${quote.html}` : "",
  ];
  return {
    subject: reply.begins
      ? subjectOf(reply.subject, reply.number, reply.begins)
      : openingSubjectOf(reply.subject, reply.number),
    text,
    html: wrapHtml(html.filter(Boolean).join("\n")),
  };
}

/** "Re: …" (or "Fwd: …") once, and the number customers may quote, once. */
export function subjectOf(subject: string, number: string, begins: "Re" | "Fwd" = "Re"): string {
  const bare = subject.replace(/^(?:(?:re|sv|vs|aw|antw|fwd?|vb|vl)\s*:\s*)+/i, "").trim();
  return `${begins}: ${openingSubjectOf(bare, number)}`;
}

const openingSubjectOf = (subject: string, number: string): string =>
  subject.includes(`[${number}]`) ? subject : `${subject} [${number}]`.trim();
