// What a customer does in the mailbox: answer a mail, write a new one. Both end as a real inbound hook call.

import { gmailMessageId, rawLetter, replySubject } from "./compose.ts";
import { FORGED, honest, inboundFromRaw } from "./inbound.ts";
import type { PostmarkInbound } from "./inbound.ts";
import { forwardedTo, languageOf, nameOf, personOf, shopByAddress } from "./addresses.ts";
import { traceOf } from "./forwarding.ts";
import type { MailAttachment, SentMail, WrittenMail } from "./store.ts";
import { handOver } from "../postmark/hand-over.ts";
import type { SandboxState } from "../state.ts";

export interface Typed {
  text: string;
  html?: string;
  subject?: string;
  cc?: string;
  attachments?: MailAttachment[];
  headers?: Record<string, string>;
  /** somebody else writes it in this address's name */
  forged?: boolean;
}

/** Answers `mail` as the customer at `email`; resolves once the app was offered the mail for the first time. */
export async function answerMail(
  state: SandboxState,
  mail: SentMail,
  typed: Typed & { email: string },
): Promise<WrittenMail> {
  const earlier = mail.headers.find(({ name }) => name.toLowerCase() === "references")?.value ?? "";
  return post(state, {
    ...typed,
    to: mail.replyTo || mail.from.email,
    subject: typed.subject ?? replySubject(mail.subject),
    inReplyTo: mail.messageId,
    references: [...new Set(`${earlier} ${mail.messageId}`.split(/\s+/).filter(Boolean))].join(" "),
    quoted: mail,
  });
}

/** Writes a new mail from `email` to one of the shops' addresses (or straight to a Postmark inbound address). */
export const writeMail = (
  state: SandboxState,
  typed: Typed & { email: string; to: string; subject: string },
): Promise<WrittenMail> => post(state, typed);

/**
 * Delivers a mail that is already in Postmark's shape, byte for byte as given.
 * Resolves with the app's first answer (0: it could not be reached); later tries go on by themselves.
 */
export async function deliverInbound(state: SandboxState, mail: WrittenMail, body: string): Promise<number> {
  const { mail: store } = state;
  store.written.push(mail);
  store.changed();
  return handOver(state, "/hooks/postmark/inbound", body, (status, verdict) => {
    mail.attempts.push({ at: state.now().toISOString(), status });
    mail.state = verdict;
    store.changed();
  });
}

/** The record of a mail nobody typed here: it came raw or as JSON through the control API. */
export const recordOf = (state: SandboxState, inbound: PostmarkInbound): WrittenMail => ({
  id: inbound.MessageID ?? "",
  at: state.now().toISOString(),
  from: {
    email: inbound.FromFull?.Email ?? inbound.From ?? "",
    name: inbound.FromFull?.Name ?? inbound.FromName ?? "",
  },
  to: inbound.To ?? "",
  subject: inbound.Subject ?? "",
  text: inbound.StrippedTextReply || inbound.TextBody || "",
  messageId: header(inbound, "message-id"),
  inReplyTo: header(inbound, "in-reply-to"),
  references: header(inbound, "references"),
  attachments: (inbound.Attachments ?? []).map((file) => file.Name),
  inbound,
  attempts: [],
  state: "trying",
});

interface Outgoing extends Typed {
  email: string;
  to: string;
  subject: string;
  inReplyTo?: string;
  references?: string;
  quoted?: SentMail;
}

async function post(state: SandboxState, letter: Outgoing): Promise<WrittenMail> {
  const at = state.now();
  const from = { email: letter.email, name: nameOf(state, letter.email) };
  const recipient = forwardedTo(state, letter.to);
  const shop =
    shopByAddress(state, letter.quoted?.from.email ?? letter.to) ?? personOf(state, letter.email)?.shop;
  const forwarded = recipient && recipient !== letter.to;
  const raw = await rawLetter({
    from,
    to: letter.to,
    cc: letter.cc,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    at,
    messageId: gmailMessageId(),
    inReplyTo: letter.inReplyTo,
    references: letter.references,
    quoted: letter.quoted && {
      name: letter.quoted.from.name || letter.quoted.from.email,
      email: letter.quoted.from.email,
      at: new Date(letter.quoted.at),
      textBody: letter.quoted.textBody,
      htmlBody: letter.quoted.htmlBody,
    },
    language: languageOf(state, letter.email),
    timeZone: shop?.timeZone ?? "Europe/Stockholm",
    attachments: letter.attachments ?? [],
    headers: {
      ...(forwarded ? traceOf(state, letter.to, recipient) : {}),
      ...letter.headers,
    },
  });
  const inbound = await inboundFromRaw(raw, {
    recipient: recipient ?? letter.to,
    arrival: letter.forged ? FORGED : honest(letter.email),
  });
  const record = { ...recordOf(state, inbound), text: letter.text };
  if (!recipient) {
    state.mail.written.push({ ...record, state: "undeliverable" });
    state.mail.changed();
    return { ...record, state: "undeliverable" };
  }
  await deliverInbound(state, record, JSON.stringify(inbound));
  return record;
}

const header = (inbound: PostmarkInbound, name: string) =>
  (inbound.Headers ?? []).find((entry) => entry.Name.toLowerCase() === name)?.Value ?? "";
