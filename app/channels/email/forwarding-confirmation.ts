// "Please confirm that mail may be forwarded": what a merchant's mail provider sends to the new target. It belongs
// into the guide, never into the queue. Pure; the mail is anybody's, so its link counts only on its sender's host.
import { mayAcknowledge } from "../acknowledgement.ts";

export interface AskedMail {
  from: string | null;
  subject: string;
  text: string;
}

export interface Confirmation {
  from: string;
  subject: string;
  code: string | null;
  link: string | null;
}

/** In the languages of our merchants; Google writes them all. */
const ABOUT_FORWARDING =
  /forward|weiterleit|vidarebefordr|videresend|viderekobl|edelleenlähet|välitys|doorstur|transfert|reenv[ií]o|verif|bekräft|bekreft/i;

export const GOOGLE = "forwarding-noreply@google.com";

/** What the mail asks; null when it is no such mail. Only machines send them, so a customer's mail is never taken. */
export function confirmationIn(mail: AskedMail): Confirmation | null {
  const { from, subject, text } = mail;
  if (!from) return null;
  if (from !== GOOGLE && (mayAcknowledge(from) || !ABOUT_FORWARDING.test(subject))) return null;
  const code = codeIn(subject) ?? codeIn(text);
  const link = linkIn(text, from);
  return from === GOOGLE || code || link ? { from, subject, code, link } : null;
}

/** Google: "(#123456789) Gmail Forwarding Confirmation", others: "code: 123 456". */
function codeIn(text: string): string | null {
  const found =
    /\(#(\d{6,12})\)/.exec(text) ??
    /(?:code|kod|kode|koodi)[^\n\d]{0,40}?:?\s*(\d{3}[ -]?\d{3,9})\b/i.exec(text);
  return found?.[1]?.replace(/[ -]/g, "") ?? null;
}

const LINK = /https:\/\/[^\s<>"')\]]{4,600}/g;

/** The first link to a host of the sender's own domain, the one of unsubscribing and help left out. */
function linkIn(text: string, from: string): string | null {
  const home = from.split("@")[1]?.split(".").slice(-2).join(".") ?? "";
  const links = [...text.slice(0, 20_000).matchAll(LINK)].map(([link]) => link.replace(/[.,]+$/, ""));
  const theirs = links.filter((link) => {
    const host = URL.canParse(link) ? new URL(link).hostname : "";
    return host === home || host.endsWith(`.${home}`);
  });
  return theirs.find((link) => !/support\.|\/support|help|answer|unsub/i.test(link)) ?? null;
}
