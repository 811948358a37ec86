// Inbound mail as Postmark hands it over, with only the fields that matter to a test.
import { env } from "../app/env.server.ts";
import { replyAddress } from "../app/mail/addresses.ts";
import { newId } from "../app/lib/id.ts";

export interface WrittenMail {
  from: string;
  fromName?: string;
  /** token behind the "+" of our inbound address */
  token?: string;
  to?: string;
  subject?: string;
  text?: string;
  html?: string;
  messageId?: string | null;
  inReplyTo?: string;
  references?: string[];
  headers?: Record<string, string>;
  postmarkId?: string;
  date?: string;
  attachments?: AttachedFile[];
}

export interface AttachedFile {
  name: string;
  bytes?: Buffer;
  /** instead of bytes: what stands in the JSON */
  content?: unknown;
  contentType?: string;
  contentId?: string;
}

/** A Postmark inbound payload; every mail has an id of its own unless told otherwise. */
export function postmarkMail(mail: WrittenMail) {
  const messageId = mail.messageId === undefined ? `${newId()}@mail.example` : mail.messageId;
  const to = mail.to ?? replyAddress(env.POSTMARK_INBOUND_ADDRESS, mail.token ?? "nobody");
  const headers: Record<string, string> = {
    ...(messageId === null ? {} : { "Message-ID": `<${messageId}>` }),
    ...(mail.inReplyTo ? { "In-Reply-To": `<${mail.inReplyTo}>` } : {}),
    ...(mail.references ? { References: mail.references.map((id) => `<${id}>`).join(" ") } : {}),
    ...mail.headers,
  };
  return {
    From: mail.from,
    FromName: mail.fromName ?? "",
    FromFull: { Email: mail.from, Name: mail.fromName ?? "", MailboxHash: "" },
    To: to,
    ToFull: [{ Email: to, Name: "", MailboxHash: mail.token ?? "" }],
    CcFull: [],
    BccFull: [],
    OriginalRecipient: to,
    MailboxHash: mail.token ?? "",
    Subject: mail.subject ?? "Var är mitt paket?",
    MessageID: mail.postmarkId ?? newId(),
    Date: mail.date ?? "Sat, 21 Nov 2026 10:00:00 +0100",
    TextBody: mail.text ?? "Hej! Jag undrar var mitt paket är.",
    HtmlBody: mail.html ?? "",
    StrippedTextReply: "",
    Headers: Object.entries(headers).map(([Name, Value]) => ({ Name, Value })),
    Attachments: (mail.attachments ?? []).map(attached),
  };
}

const attached = ({ name, bytes = Buffer.from("hej"), content, contentType, contentId }: AttachedFile) => ({
  Name: name,
  Content: content === undefined ? bytes.toString("base64") : content,
  ContentType: contentType ?? "application/octet-stream",
  ContentLength: bytes.length,
  ContentID: contentId ?? "",
});

export const asBody = (payload: unknown): Buffer => Buffer.from(JSON.stringify(payload));
