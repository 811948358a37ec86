// Builds the raw message a customer's mail program would send: a fresh mail or an answer with quoted history.

import { randomBytes } from "node:crypto";
import MailComposer from "nodemailer/lib/mail-composer";
import type { MailAddress, MailAttachment } from "./store.ts";
import { quoteAsHtml, quoteAsText, textAsHtml } from "./quoted.ts";
import type { Quoted } from "./quoted.ts";

export interface Letter {
  from: MailAddress;
  to: string;
  cc?: string;
  subject: string;
  /** what the customer typed */
  text: string;
  /** the same as HTML, when it was written as HTML */
  html?: string;
  at: Date;
  messageId: string;
  inReplyTo?: string;
  references?: string;
  /** the mail being answered, quoted below */
  quoted?: Quoted;
  language: string;
  timeZone: string;
  attachments: MailAttachment[];
  /** more headers, such as Auto-Submitted or X-Forwarded-To */
  headers?: Record<string, string>;
}

/** The message as bytes, multipart/alternative as Gmail writes it. */
export async function rawLetter(letter: Letter): Promise<Buffer> {
  const { quoted, language, timeZone } = letter;
  const html = letter.html ?? textAsHtml(letter.text);
  return new MailComposer({
    from: { name: letter.from.name, address: letter.from.email },
    to: letter.to,
    cc: letter.cc || undefined,
    subject: letter.subject,
    date: letter.at,
    messageId: letter.messageId,
    inReplyTo: letter.inReplyTo || undefined,
    references: letter.references || undefined,
    text: quoted ? quoteAsText(letter.text, quoted, language, timeZone) : letter.text,
    html: quoted ? quoteAsHtml(html, quoted, language, timeZone) : `<div dir="ltr">${html}</div>`,
    headers: letter.headers,
    attachments: letter.attachments.map((file) => ({
      filename: file.name,
      contentType: file.contentType,
      content: Buffer.from(file.content, "base64"),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

/** A Message-ID that looks like the ones Gmail makes. */
export const gmailMessageId = (): string => `<CA+${randomBytes(30).toString("base64url")}@mail.gmail.com>`;

/** "Re: …" once, however often a subject was answered and in whichever language. */
export const replySubject = (subject: string): string =>
  /^\s*(re|sv|vs|aw|antw)\s*:/i.test(subject) ? subject : `Re: ${subject}`;
