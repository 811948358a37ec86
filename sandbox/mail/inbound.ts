// Turns a raw RFC 5322 message into the JSON Postmark's inbound hook posts.
// Field names and shapes are Postmark's. Its verdicts (SPF, DKIM as SpamAssassin saw it) stand before the mail's own
// headers, as Postmark puts them; where nobody says how a mail arrived they are made up, unless the mail brings some.

import { randomUUID } from "node:crypto";
import PostalMime from "postal-mime";
import type { Address, Email } from "postal-mime";
import { strippedReply } from "./quoted.ts";

export interface FullAddress {
  Email: string;
  Name: string;
  MailboxHash: string;
}

export interface PostmarkInbound {
  FromName: string;
  MessageStream: string;
  From: string;
  FromFull: FullAddress;
  To: string;
  ToFull: FullAddress[];
  Cc: string;
  CcFull: FullAddress[];
  Bcc: string;
  BccFull: FullAddress[];
  OriginalRecipient: string;
  Subject: string;
  MessageID: string;
  ReplyTo: string;
  MailboxHash: string;
  Date: string;
  TextBody: string;
  HtmlBody: string;
  StrippedTextReply: string;
  Tag: string;
  Headers: { Name: string; Value: string }[];
  Attachments: {
    Name: string;
    Content: string;
    ContentType: string;
    ContentLength: number;
    ContentID: string;
  }[];
  RawEmail: string;
}

/** How a mail came to Postmark: whose server handed it over, and whether its From's domain had signed it. */
export interface Arrival {
  spf: "pass" | "softfail" | "fail" | "none";
  envelopeFrom: string;
  dkim: boolean;
}

/** Sent by the address's own mail provider. */
export const honest = (from: string): Arrival => ({ spf: "pass", envelopeFrom: from, dkim: true });

/** Sent by somebody else's server in this address's name. */
export const FORGED: Arrival = { spf: "softfail", envelopeFrom: "bounce@elsewhere.example", dkim: false };

/** Headers that Postmark reports in fields of their own, so not in `Headers`. */
const OWN_FIELDS = new Set(["from", "to", "cc", "bcc", "subject", "date", "reply-to", "content-type"]);

/**
 * Reads a raw message as Postmark would after it arrived for `recipient` (the envelope's address).
 * Bytes in any charset are fine; broken ones become what a lenient reader makes of them.
 */
export async function inboundFromRaw(
  raw: Uint8Array,
  { recipient, arrival }: { recipient: string; arrival?: Arrival },
): Promise<PostmarkInbound> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: "base64", rfc822Attachments: true });
  const from = people(mail.from ? [mail.from] : [])[0] ?? { Email: "", Name: "", MailboxHash: "" };
  const to = people(mail.to);
  const cc = people(mail.cc);
  const bcc = people(mail.bcc);
  const text = (mail.text ?? "").replace(/\r\n/g, "\n");
  return {
    FromName: from.Name,
    MessageStream: "inbound",
    From: from.Email,
    FromFull: from,
    To: written(to),
    ToFull: to,
    Cc: written(cc),
    CcFull: cc,
    Bcc: written(bcc),
    BccFull: bcc,
    OriginalRecipient: recipient,
    Subject: mail.subject ?? "",
    MessageID: randomUUID(),
    ReplyTo: written(people(mail.replyTo)),
    MailboxHash: mailboxHash(recipient),
    Date: headerValue(mail, "date"),
    TextBody: text,
    HtmlBody: mail.html ?? "",
    StrippedTextReply: mail.inReplyTo ? strippedReply(text) : "",
    Tag: "",
    Headers: reportedHeaders(mail, from.Email, recipient, arrival),
    Attachments: mail.attachments.map((file) => {
      const content =
        typeof file.content === "string"
          ? file.content
          : Buffer.from(asBytes(file.content)).toString("base64");
      return {
        Name: file.filename ?? (file.mimeType === "message/rfc822" ? "message.eml" : "attachment"),
        Content: content,
        ContentType: file.mimeType,
        ContentLength: Buffer.from(content, "base64").length,
        ContentID: (file.contentId ?? "").replace(/^<|>$/g, ""),
      };
    }),
    RawEmail: Buffer.from(raw).toString("utf8"),
  };
}

/** The part after "+" in an address's local part: what Postmark calls the mailbox hash. */
export const mailboxHash = (address: string): string => /\+([^@]*)@/.exec(address)?.[1] ?? "";

/** A header's value as written, unfolded; empty when the mail lacks it. */
const headerValue = (mail: Email, name: string): string =>
  mail.headers.find((header) => header.key === name)?.value ?? "";

function people(addresses: Address[] = []): FullAddress[] {
  return addresses
    .flatMap((entry) => (entry.group ? entry.group : [{ name: entry.name, address: entry.address ?? "" }]))
    .map(({ name, address }) => ({ Email: address, Name: name, MailboxHash: mailboxHash(address) }));
}

const written = (list: FullAddress[]) =>
  list.map(({ Email, Name }) => (Name ? `"${Name.replaceAll('"', '\\"')}" <${Email}>` : Email)).join(", ");

function reportedHeaders(mail: Email, from: string, recipient: string, arrival?: Arrival) {
  const own = mail.headers
    .filter((header) => !OWN_FIELDS.has(header.key))
    .map((header) => ({ Name: header.originalKey, Value: header.value }));
  if (arrival) return [...verdictsOn(arrival, recipient), ...own];
  const has = (name: string) => mail.headers.some((header) => header.key === name);
  const madeUp = verdictsOn(honest(from), recipient);
  return [...madeUp.filter(({ Name }) => !has(Name.toLowerCase())), ...own];
}

const SPF = {
  pass: { said: "Pass (sender SPF authorized)", test: "SPF_PASS" },
  softfail: { said: "Softfail (domain owner discourages use of this host)", test: "SPF_SOFTFAIL" },
  fail: { said: "Fail (domain owner disallows this host)", test: "SPF_FAIL" },
  none: { said: "None (no SPF record)", test: "SPF_NONE" },
};

const verdictsOn = ({ spf, envelopeFrom, dkim }: Arrival, recipient: string) => [
  { Name: "Return-Path", Value: `<${envelopeFrom}>` },
  {
    Name: "Received-SPF",
    Value: `${SPF[spf].said} identity=mailfrom; client-ip=209.85.208.42; envelope-from=${envelopeFrom}; receiver=${recipient}`,
  },
  {
    Name: "X-Spam-Checker-Version",
    Value: "SpamAssassin 3.4.0 (2014-02-07) on p-pm-inbound01a-aws-euwest1a",
  },
  { Name: "X-Spam-Status", Value: "No" },
  { Name: "X-Spam-Score", Value: "-0.1" },
  { Name: "X-Spam-Tests", Value: `${dkim ? "DKIM_SIGNED,DKIM_VALID,DKIM_VALID_AU," : ""}${SPF[spf].test}` },
];

const asBytes = (content: ArrayBuffer | Uint8Array) =>
  content instanceof Uint8Array ? content : new Uint8Array(content);
