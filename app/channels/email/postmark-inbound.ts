// Postmark's inbound JSON, read with distrust. https://postmarkapp.com/developer/webhooks/inbound-webhook
import { z } from "zod";
import { normaliseEmail } from "../../customers/customer.ts";
import { cleanText } from "../../lib/clean-text.ts";
import { mailHtml } from "../../lib/mail-html.ts";
import { htmlToText } from "../../lib/safe-html.ts";
import { messageIdsIn, normaliseMessageId, tokenIn } from "../../mail/addresses.ts";
import type { Person, Recipients } from "../../mail/person.ts";
import { isAuthenticated, type Header } from "./authentication.ts";
import { partsOf, type Evidence } from "./evidence.ts";
import { readReply } from "./quotes/reply.ts";

/** Long enough for any mail a person writes; the raw mail keeps the rest. */
const MOST_TEXT = 500_000;
const MOST_SUBJECT = 300;
const MOST_IDS = 60;
const MOST_PEOPLE = 200;
const MOST_HEADERS = 500;

/** Text of a field, fit for the database; empty when the field is missing or of another kind. */
const field = (most = 1_000) =>
  z.preprocess((value) => (typeof value === "string" ? cleanText(value, most) : ""), z.string());
const list = <T extends z.ZodType>(item: T, most: number) =>
  z.preprocess(
    (value) => (Array.isArray(value) ? value.slice(0, most) : []),
    z.array(item.catch(null as z.output<T>)),
  );

const person = z.object({ Email: field(), Name: field() });
const people = list(person.nullable(), MOST_PEOPLE);

const schema = z.object({
  MessageID: z.string().min(1).max(200),
  From: field(),
  FromFull: person.catch({ Email: "", Name: "" }),
  ToFull: people,
  CcFull: people,
  BccFull: people,
  OriginalRecipient: field(),
  MailboxHash: field(),
  ReplyTo: field(),
  Subject: field(20 * MOST_SUBJECT),
  Date: field(),
  TextBody: field(MOST_TEXT),
  HtmlBody: field(MOST_TEXT),
  Headers: list(z.object({ Name: z.string(), Value: field(20_000) }).nullable(), MOST_HEADERS),
});

export interface InboundMail {
  /** Postmark's id of it */
  providerId: string;
  from: { name: string; address: string | null };
  /** tokens of our inbound address, and addresses, in the order they decide whose mail it is */
  destinations: Destination[];
  subject: string;
  text: string;
  /** what they wrote now; null when that is all of text */
  trimmed: string | null;
  html: string | null;
  saidAt: Date | null;
  messageId: string | null;
  answers: string[];
  recipients: Recipients;
  /** where its sender wants answers: believed of known form senders only */
  replyTo: string;
  /** what tells a machine's mail from a person's */
  evidence: Evidence;
  /** Postmark's filter takes it for spam */
  spam: boolean;
  /** SPF or DKIM hold for the From address */
  authenticated: boolean;
  /** as Postmark handed them over, its own first */
  headers: Header[];
}

export type Destination = { token: string } | { address: string };

/** Reads a payload. Throws a ZodError when it lacks what a mail must have (its MessageID). */
export function readInboundMail(payload: unknown, inboundAddress: string): InboundMail {
  const mail = schema.parse(payload);
  const header = (name: string) => mail.Headers.find((h) => h?.Name.toLowerCase() === name)?.Value ?? null;
  const html = mail.HtmlBody ? mailHtml(mail.HtmlBody) : null;
  const text = mail.TextBody.trim() || htmlToText(mail.HtmlBody).trim() || (html ? htmlToText(html) : "");
  const from = senderOf(mail.FromFull.Name, mail.FromFull.Email || mail.From);
  const subject = cleanText(mail.Subject.replace(/\s+/g, " ").trim(), MOST_SUBJECT).trim();
  const reply = readReply({ subject, text, hasText: Boolean(mail.TextBody.trim()), html });
  const answers = [...messageIdsIn(header("in-reply-to")), ...messageIdsIn(header("references")).reverse()];
  return {
    providerId: mail.MessageID,
    from,
    destinations: destinationsOf(mail, inboundAddress),
    subject,
    text,
    trimmed: reply.trimmed,
    html: reply.html,
    saidAt: dateOf(mail.Date),
    messageId: normaliseMessageId(header("message-id")),
    answers: [...new Set(answers)].slice(0, MOST_IDS),
    recipients: { to: peopleOf(mail.ToFull), cc: peopleOf(mail.CcFull), bcc: peopleOf(mail.BccFull) },
    replyTo: mail.ReplyTo || (header("reply-to") ?? ""),
    evidence: { header, from, subject, text, ...partsOf(payload) },
    spam: /^\s*yes\b/i.test(header("x-spam-status") ?? ""),
    headers: mail.Headers.filter((one) => one !== null),
    authenticated: isAuthenticated(mail.Headers, from.address),
  };
}

const peopleOf = (named: z.output<typeof people>): Person[] =>
  named.flatMap((one) => {
    const address = normaliseEmail(one?.Email);
    return address ? [{ name: one?.Name ?? "", address }] : [];
  });

/** What is no address that could be answered stands beside the name, so that a person can still see it. */
function senderOf(name: string, written: string): InboundMail["from"] {
  const address = normaliseEmail(written);
  return { name: address ? name : `${name} ${written}`.trim(), address };
}

/**
 * Where this copy was delivered comes first, whatever else stands in To and Cc: a mail to two of our addresses
 * is handed to us once for each.
 */
function destinationsOf(mail: z.output<typeof schema>, inboundAddress: string): Destination[] {
  const delivered = mail.OriginalRecipient.trim().toLowerCase();
  const named = [...mail.ToFull, ...mail.CcFull, ...mail.BccFull]
    .map((to) => to?.Email.trim().toLowerCase() ?? "")
    .filter(Boolean);
  const tokenOf = (address: string) => tokenIn(address, inboundAddress);
  const tokens = [tokenOf(delivered), mail.MailboxHash.trim().toLowerCase()];
  return [
    ...tokens.map((token) => ({ token })),
    { address: delivered },
    ...named.map((address) => ({ token: tokenOf(address) })),
    ...named.map((address) => ({ address })),
  ].filter((place): place is Destination => Boolean("token" in place ? place.token : place.address));
}

/** The sender's date when it is one; kept as said, never used for order. */
function dateOf(text: string): Date | null {
  const date = new Date(text);
  const year = date.getUTCFullYear();
  return year >= 1970 && year <= 9999 ? date : null;
}
