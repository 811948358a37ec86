// Bounces without the standard's parts: sender, subject, headers and words, none of which decides alone. Pure.
import { hasNoReturn } from "./auto-reply.ts";
import type { Evidence } from "./evidence.ts";

const ENOUGH = 3;

/** Whether enough signs agree that a mail server wrote this about a mail it could not deliver. */
export function looksReturned(mail: Evidence): boolean {
  if (isPassedOn(mail.subject) && !isDaemon(mail.from) && !isPostmaster(mail.from)) return false;
  if (mail.header("x-failed-recipients") !== null) return true;
  if (FIXED_SUBJECT.test(mail.subject)) return true;
  const said = mail.text.slice(0, 6_000);
  const servers = [
    isDaemon(mail.from) ? 3 : isPostmaster(mail.from) ? 2 : 0,
    hasNoReturn(mail.header) ? 1 : 0,
    mail.parts.some(({ type }) => type === "message/rfc822" || type === "text/rfc822-headers") ? 1 : 0,
  ];
  const words = [SUBJECT.test(mail.subject), SAID.test(said), DIAGNOSIS.test(said)].filter(Boolean);
  // Two at most for the words: a person may quote all of them.
  return servers.reduce((sum, sign) => sum + sign, Math.min(words.length, 2)) >= ENOUGH;
}

/** Whether it says that it is still being tried. */
export const looksDelayed = ({ subject, text }: Pick<Evidence, "subject" | "text">): boolean =>
  DELAYED_SUBJECT.test(subject) || DELAYED.test(text.slice(0, 6_000));

/** "Re:" and "Fwd:" in the languages of our customers: a person's hand. */
export const isPassedOn = (subject: string): boolean =>
  /^\s*(?:re|sv|aw|vs|antw|fwd?|vb|vl|wg|tr|rv|i|doorst|r)\s*:/i.test(subject);

/**
 * A mail server's report that somebody passed on: a person's or their forwarding rule's, which may pass on our answer
 * to it too. It is shown as a request, but never answered by a machine.
 */
export const isReportPassedOn = (subject: string): boolean =>
  isPassedOn(subject) && FIXED_SUBJECT.test(subject.slice(0, 300).replace(/^\s*\p{L}{1,8}\s*:/u, ""));

const local = (address: string | null) => address?.split("@")[0] ?? "";

const isDaemon = ({ name, address }: Evidence["from"]): boolean =>
  /^(?:mailer|mail)[-_.]?da?emon/i.test(local(address)) ||
  /^(?:"|')?(?:mailer[- ]daemon|mail deliver(?:y|er)? (?:sub)?system|mail delivery service|returned mail)\b/i.test(
    name,
  ) ||
  (!address && /\b(?:postmaster|system administrator)\b/i.test(name));

const isPostmaster = ({ name, address }: Evidence["from"]): boolean =>
  /^poo?st[-_.]?master/i.test(local(address)) ||
  /^(?:postmaster|system administrator|mail administrator|microsoft (?:outlook|exchange))\b/i.test(name);

/** Subjects that mail servers write word for word. */
const FIXED_SUBJECT = new RegExp(
  `^\\s*(?:${[
    "delivery status notification\\s*(?:\\((?:failure|delay|mail delivery[^)]{0,40})\\)|:)",
    "undelivered mail returned to sender",
    "mail delivery failed\\s*:\\s*returning message to sender",
    "returned mail: (?:see transcript|user unknown|host unknown|cannot send|service unavailable|deferred)",
    "failure notice\\s*$",
    "(?:warning|postmaster notify): (?:could not send message for past|see transcript for details)",
    "delayed mail \\(still being retried\\)",
    "mail system error - returned mail",
    "complaint about message from (?:\\d{1,3}\\.){3}\\d{1,3}\\s*$",
  ].join("|")})`,
  "i",
);

/** Subjects a server writes, and perhaps a person. */
const SUBJECT =
  /undeliver|unzustellbar|olevererbar|kan(?:de)? (?:inte|ikke) (?:leverer?as|levereres)|ulevert|ikke leveret|perillemenemätön|onbestelbaar|non (?:remis|recapitabile|distribu)|no se (?:puede|pudo) entregar|returned mail|mail (?:delivery )?fail|deliver\w* (?:has )?fail|fail\w* deliver|delivery (?:status|report|error|problem)|could not be delivered|non-?delivery|failure notice|not delivered|Недоставленное|не доставлено|配信(?:不能|できません)|error sending your mail/i;

const SAID =
  /could not be delivered|(?:un|not )able to deliver|couldn't be delivered|wasn't able to deliver|delivery (?:to the following|has failed|failed|failure)|undeliverable|following addresses? (?:had|failed)|returned to (?:the )?sender|original message (?:follows|was received|headers)|did not reach|permanent(?: fatal)? error|message details|could not deliver|invalid user address|inte levereras|ikke leveres|nicht zugestellt|konnte nicht/i;

const DIAGNOSIS =
  /\b[45]\.\d\.\d{1,3}\b|\b(?:4[2-5]\d|55\d)[ -][^\n]{3}|\bUser unknown\b|\bFinal-Recipient:|\bRCPT TO\b|no such user|mailbox (?:full|unavailable)|host (?:unknown|not found)/i;

const DELAYED_SUBJECT =
  /\((?:delay|[^)]*delayed)\)|\bdelayed\b|could not send message for past|: warning\b|still being retried|verzögert|försenad|forsinket/i;
const DELAYED =
  /will (?:be retried|keep trying|retry|continue to (?:try|attempt))|still being retried|has not yet been delivered|not yet been delivered|delivery (?:is|has been) delayed|you do not need to resend|no action is required on your part|versucht? (?:noch )?weiter/i;
