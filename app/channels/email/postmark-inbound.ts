// Postmark's inbound JSON, read with distrust. https://postmarkapp.com/developer/webhooks/inbound-webhook
import { z } from "zod";
import { normaliseEmail } from "../../customers/customer.ts";
import { cleanText } from "../../lib/clean-text.ts";
import { htmlToText, safeHtml } from "../../lib/safe-html.ts";
import { messageIdsIn, normaliseMessageId, tokenIn } from "../../mail/addresses.ts";
import { isAutomatic } from "./auto-mail.ts";

const person = z.object({ Email: z.string().catch(""), Name: z.string().catch("") });

const schema = z.object({
  MessageID: z.string().min(1).max(200),
  From: z.string().optional().catch(undefined),
  FromFull: person.optional().catch(undefined),
  ToFull: z.array(person).catch([]),
  CcFull: z.array(person).catch([]),
  BccFull: z.array(person).catch([]),
  OriginalRecipient: z.string().catch(""),
  MailboxHash: z.string().catch(""),
  Subject: z.string().catch(""),
  Date: z.string().catch(""),
  TextBody: z.string().catch(""),
  HtmlBody: z.string().catch(""),
  Headers: z.array(z.object({ Name: z.string(), Value: z.string().catch("") })).catch([]),
});

export interface InboundMail {
  /** Postmark's id of it */
  providerId: string;
  from: { name: string; address: string | null };
  /** tokens of our inbound address found among the recipients, in order */
  tokens: string[];
  /** all recipients, lower case */
  recipients: string[];
  subject: string;
  text: string;
  html: string | null;
  saidAt: Date | null;
  messageId: string | null;
  answers: string[];
  automatic: boolean;
}

/** Long enough for any mail a person writes; the raw mail keeps the rest. */
const MOST_TEXT = 500_000;
const MOST_SUBJECT = 300;
const MOST_IDS = 60;

/** Reads a payload. Throws a ZodError when it lacks what a mail must have (its MessageID). */
export function readInboundMail(payload: unknown, inboundAddress: string): InboundMail {
  const mail = schema.parse(payload);
  const header = (name: string) => mail.Headers.find((h) => h.Name.toLowerCase() === name)?.Value ?? null;
  const recipients = [
    mail.OriginalRecipient,
    ...[...mail.ToFull, ...mail.CcFull, ...mail.BccFull].map((to) => to.Email),
  ]
    .map((address) => address.trim().toLowerCase())
    .filter(Boolean);
  const html = mail.HtmlBody ? safeHtml(cleanText(mail.HtmlBody, MOST_TEXT)) : null;
  const text = cleanText(mail.TextBody || htmlToText(mail.HtmlBody.slice(0, MOST_TEXT)), MOST_TEXT);
  const answers = [...messageIdsIn(header("in-reply-to")), ...messageIdsIn(header("references")).reverse()];
  return {
    providerId: mail.MessageID,
    from: { name: mail.FromFull?.Name ?? "", address: normaliseEmail(mail.FromFull?.Email || mail.From) },
    tokens: tokensOf(recipients, mail.MailboxHash, inboundAddress),
    recipients,
    subject: cleanText(mail.Subject, MOST_SUBJECT).replace(/\s+/g, " ").trim(),
    text: text.trim() || (html ? htmlToText(html) : ""),
    html: html || null,
    saidAt: dateOf(mail.Date),
    messageId: normaliseMessageId(header("message-id")),
    answers: [...new Set(answers)].slice(0, MOST_IDS),
    automatic: isAutomatic(header),
  };
}

function tokensOf(recipients: string[], mailboxHash: string, inboundAddress: string): string[] {
  const found = recipients
    .map((address) => tokenIn(address, inboundAddress))
    .filter((token) => token !== null);
  const hash = mailboxHash.trim().toLowerCase();
  return [...new Set(hash ? [hash, ...found] : found)];
}

/** The sender's date when it is one; kept as said, never used for order. */
function dateOf(text: string): Date | null {
  const date = new Date(text);
  const year = date.getUTCFullYear();
  return year >= 1970 && year <= 9999 ? date : null;
}
