// The mail as the API caller describes it, and everything Postmark refuses about it. Pure.

import { addressParser } from "postal-mime";
import { z } from "zod";
import type { MailAddress } from "../mail/store.ts";

const text = z.string().nullish();

/** A mail in the API's own field names; anything else in it is ignored. */
export const postmarkMessage = z.object({
  From: text,
  To: text,
  Cc: text,
  Bcc: text,
  ReplyTo: text,
  Subject: text,
  TextBody: text,
  HtmlBody: text,
  Tag: text,
  MessageStream: text,
  TrackOpens: z.boolean().nullish(),
  Headers: z.array(z.object({ Name: z.string(), Value: z.string() })).nullish(),
  Metadata: z.record(z.string(), z.string()).nullish(),
  Attachments: z
    .array(z.object({ Name: z.string(), Content: z.string(), ContentType: z.string(), ContentID: text }))
    .nullish(),
});
export type PostmarkMessage = z.infer<typeof postmarkMessage>;

export interface Refusal {
  ErrorCode: number;
  Message: string;
}

interface Account {
  verifiedDomains: Set<string>;
  suppressed: Set<string>;
}

const MB = 1024 * 1024;
const FORBIDDEN_FILES =
  /\.(vbs|exe|bin|bat|chm|com|cpl|crt|hlp|hta|inf|ins|isp|jse?|lnk|mdb|pcd|pif|reg|scr|sct|shs|vbe|vba|wsf|wsh|wsl|msc|msi|msp|mst)$/i;
const RESERVED_HEADERS =
  /^(from|to|cc|bcc|subject|reply-to|content-type|content-transfer-encoding|mime-version)$/i;

/** Why Postmark would not take this mail, or null. Codes as on its error-code page. */
export function refusal(message: PostmarkMessage, { verifiedDomains, suppressed }: Account): Refusal | null {
  const from = addresses(message.From);
  const [sender] = from;
  if (!sender || from.length !== 1 || !isAddress(sender.email)) {
    return invalid(`Invalid 'From' address: '${message.From ?? ""}'.`);
  }
  for (const field of ["To", "Cc", "Bcc", "ReplyTo"] as const) {
    const value = message[field];
    if (value && (/[\r\n]/.test(value) || !addresses(value).every(({ email }) => isAddress(email)))) {
      return invalid(
        `Error parsing '${field}': Illegal email address '${value}'. It must contain the '@' symbol.`,
      );
    }
  }
  const recipients = recipientsOf(message);
  if (addresses(message.To).length === 0) return invalid("Zero recipients specified");
  if (recipients.length > 50) return invalid(`Too many recipients: ${recipients.length}. The maximum is 50.`);
  if (/[\r\n]/.test(message.Subject ?? "")) return invalid("Invalid 'Subject': line breaks are not allowed.");
  if ((message.Subject ?? "").length > 2000)
    return invalid("Invalid 'Subject': longer than 2000 characters.");
  if (!message.TextBody && !message.HtmlBody)
    return invalid("Provide either email TextBody or HtmlBody or both.");
  if (bytes(message.TextBody) > 5 * MB) return invalid("TextBody is larger than 5 MB.");
  if (bytes(message.HtmlBody) > 5 * MB) return invalid("HtmlBody is larger than 5 MB.");

  const badHeader = (message.Headers ?? []).find(
    ({ Name, Value }) => RESERVED_HEADERS.test(Name) || !/^[!-9;-~]+$/.test(Name) || /[\r\n]/.test(Value),
  );
  if (badHeader) return invalid(`Header '${badHeader.Name}' not allowed.`);
  const metadata = Object.entries(message.Metadata ?? {});
  if (metadata.length > 10) return invalid("Metadata may have at most 10 fields.");
  const badField = metadata.find(([key, value]) => key.length > 20 || value.length > 80);
  if (badField)
    return invalid(`Metadata field '${badField[0]}' is longer than allowed (20 for names, 80 for values).`);

  const files = message.Attachments ?? [];
  const forbidden = files.find(({ Name }) => FORBIDDEN_FILES.test(Name));
  if (forbidden) {
    return { ErrorCode: 411, Message: `You tried to send a forbidden attachment type: '${forbidden.Name}'.` };
  }
  if (
    bytes(message.TextBody) +
      bytes(message.HtmlBody) +
      files.reduce((sum, file) => sum + file.Content.length, 0) >
    10 * MB
  ) {
    return invalid("The message is larger than 10 MB.");
  }

  const domain = (sender.email.split("@")[1] ?? "").toLowerCase();
  if (!verifiedDomains.has(domain)) {
    return {
      ErrorCode: 400,
      Message: `The 'From' address you supplied (${sender.email}) is not a Sender Signature on your account. Please add and confirm this address in order to be able to use it in the 'From' field of your messages.`,
    };
  }
  const inactive = recipients.filter(({ email }) => suppressed.has(email.toLowerCase()));
  if (inactive.length === recipients.length) {
    return {
      ErrorCode: 406,
      Message: `You tried to send to recipient(s) that have been marked as inactive. Found inactive addresses: ${inactive.map(({ email }) => email).join(", ")}. Inactive recipients are ones that have generated a hard bounce, a spam complaint, or a manual suppression.`,
    };
  }
  return null;
}

/** Everyone a mail goes to: To, Cc and Bcc. */
export const recipientsOf = (message: PostmarkMessage): MailAddress[] =>
  [message.To, message.Cc, message.Bcc].flatMap((list) => addresses(list));

/** The addresses in a header's value, groups opened. */
export const addresses = (list: string | null | undefined): MailAddress[] =>
  addressParser(list ?? "", { flatten: true }).map(({ name, address }) => ({ name, email: address ?? "" }));

const isAddress = (email: string) =>
  /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(email) || /^[^\s@]+@localhost$/.test(email);
const invalid = (reason: string): Refusal => ({ ErrorCode: 300, Message: reason });
const bytes = (body: string | null | undefined) => Buffer.byteLength(body ?? "");
