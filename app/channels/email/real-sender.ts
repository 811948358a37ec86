// Who wrote it, when a form or a group sends for somebody else. Pure.
// Reply-To and X-Original-Sender are the sender's own words, so they are believed of known form senders and of the
// merchant's own addresses only, and only when the mail really comes from there (promises case 35).
import { normaliseEmail } from "../../customers/customer.ts";
import type { Sender } from "../channel.ts";
import type { InboundMail } from "./postmark-inbound.ts";

export interface Around {
  /** the merchant's own addresses, proven by mail that came through them */
  own: readonly string[];
  /** addresses that are ours: nobody's real sender */
  ours: readonly string[];
}

/** Services that send what a visitor typed into a form: an address, or every address of a domain. */
const FORM_SENDERS = [
  "mailer@shopify.com",
  "@shopifyemail.com",
  "@formspree.io",
  "@jotform.com",
  "@wufoo.com",
  "@hulkapps.com",
  "@powr.io",
];

/** The person a mail is from, with who really sent it when that is somebody else. */
export function senderOf(mail: InboundMail, around: Around): Sender {
  const sender = { ...mail.from, sentBy: null, shopifyCustomerId: null };
  const { address } = mail.from;
  if (!address || !mail.authenticated || !(isFormSender(address) || around.own.includes(address)))
    return sender;
  const { header } = mail.evidence;
  const named = [header("x-original-from"), mail.replyTo, header("x-original-sender")].map(personIn);
  const person = named.find(
    (one) => one && one.address !== address && ![...around.own, ...around.ours].includes(one.address),
  );
  return person ? { ...sender, ...person, sentBy: address } : sender;
}

/** Whether it is a form service's: such mail is written by a person although a machine sent it. */
export const isFormSender = (address: string): boolean =>
  FORM_SENDERS.some((known) =>
    known.startsWith("@")
      ? address.endsWith(known) || address.endsWith(`.${known.slice(1)}`)
      : address === known,
  );

/** 'Ebba Lind <ebba@example.com>', or the address alone; null for several people, or none. */
function personIn(written: string | null): { name: string; address: string } | null {
  const text = (written ?? "").trim().slice(0, 1_000);
  const open = text.lastIndexOf("<");
  if (open < 0 || !text.endsWith(">")) {
    const address = normaliseEmail(text);
    return address ? { name: "", address } : null;
  }
  const before = text.slice(0, open);
  const address = normaliseEmail(text.slice(open + 1, -1));
  return address && !before.includes("@") ? { name: before.replace(/["\\]/g, "").trim(), address } : null;
}
