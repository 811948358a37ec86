// Was this mail written by a machine, and by what kind? RFC 3834, and what machines do in practice. Pure.
// A person who quotes, forwards or talks of such mail stays a person: words alone never decide.
import type { MachineMail } from "../../tickets/ticket.ts";
import { isAutoReply } from "./auto-reply.ts";
import { reportIn } from "./bounce.ts";
import type { Evidence } from "./evidence.ts";
import { isListMail } from "./list-mail.ts";

/** What we are called, to know our own mail when it comes back. */
export interface Ourselves {
  /** addresses we send from */
  senders: readonly string[];
  /** the domain of our inbound addresses */
  inboundDomain: string;
  /** the merchant's own addresses this mail came through: a group of that name is no mailing list */
  addresses: readonly string[];
}

/** The kind of machine that wrote it; null for a person. */
export function machineOf(mail: Evidence, us: Ourselves): MachineMail | null {
  if (isOurs(mail, us)) return "own";
  const report = reportIn(mail);
  if (report) return report.kind;
  if (isListMail(mail, us.addresses)) return "list";
  return isAutoReply(mail, us.addresses) ? "auto-reply" : null;
}

/** Only its From says so: our Message-IDs stand in everybody's answers, and anybody may quote them. */
function isOurs({ from }: Evidence, us: Ourselves): boolean {
  if (!from.address) return false;
  return us.senders.includes(from.address) || from.address.endsWith(`@${us.inboundDomain.toLowerCase()}`);
}
