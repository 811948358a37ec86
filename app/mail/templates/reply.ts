// The mail an agent's reply becomes. Pure.
import { textToHtml } from "../text.ts";
import { wrapHtml } from "./frame.ts";

/** Subject, text and HTML part of a reply; both parts say the same. */
export function composeReply(reply: {
  text: string;
  signature: string;
  subject: string;
  number: string;
  /** the conversation begins with it */
  opens?: boolean;
}): {
  subject: string;
  text: string;
  html: string;
} {
  const text = reply.signature ? `${reply.text.trimEnd()}\n\n${reply.signature}` : reply.text;
  const subject = reply.opens
    ? openingSubjectOf(reply.subject, reply.number)
    : subjectOf(reply.subject, reply.number);
  return { subject, text, html: wrapHtml(textToHtml(text)) };
}

/** "Re: …" once, and the number customers may quote, once. */
export function subjectOf(subject: string, number: string): string {
  const bare = subject.replace(/^(?:(?:re|sv|vs|aw|antw|fwd?|vb|vl)\s*:\s*)+/i, "").trim();
  return `Re: ${openingSubjectOf(bare, number)}`;
}

const openingSubjectOf = (subject: string, number: string): string =>
  subject.includes(`[${number}]`) ? subject : `${subject} [${number}]`.trim();
