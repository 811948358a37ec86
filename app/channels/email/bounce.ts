// Reports about a mail of ours: it bounced, is delayed, was read, or was called spam. Pure.
// By structure (RFC 3464, 8098, 5965) where there is one; the many mail servers with a format of their own are
// known by several signs that agree.
import { isPassedOn, looksDelayed, looksReturned } from "./bounce-signs.ts";
import type { Evidence } from "./evidence.ts";
import { reasonIn, returnedIds } from "./returned.ts";

export interface Report {
  kind: "bounce" | "delay" | "receipt";
  /** Message-IDs of the mail it reports on, as far as it names them */
  ids: string[];
  /** a code the page has words for */
  reason: string;
}

/** What a mail reports; null when it is no report. */
export function reportIn(mail: Evidence): Report | null {
  const kind =
    kindByStructure(mail) ?? (looksReturned(mail) ? (looksDelayed(mail) ? "delay" : "bounce") : null);
  if (!kind) return null;
  if (kind === "complaint") return { kind: "bounce", ids: returnedIds(mail), reason: "complained" };
  return { kind, ids: returnedIds(mail), reason: reasonIn(mail) };
}

function kindByStructure(mail: Evidence): Report["kind"] | "complaint" | null {
  const report = /^multipart\/report\b/.test(mail.contentType);
  // Forwarding a report takes its parts along, in a mail that is not one itself.
  if (!report && (mail.contentType.startsWith("multipart/alternative") || isPassedOn(mail.subject)))
    return null;
  const has = (type: string) =>
    mail.parts.some((part) => part.type === `message/${type}`) ||
    (report && new RegExp(`report-type="?${type}\\b`).test(mail.contentType));
  if (has("feedback-report")) return "complaint";
  if (has("disposition-notification")) return "receipt";
  if (!has("delivery-status") && !has("global-delivery-status")) return report ? "bounce" : null;
  return ofActions(mail);
}

/** One action for each recipient: the worst of them is what the report says. */
function ofActions({ parts, text, subject }: Evidence): Report["kind"] {
  const statuses = parts.filter(({ type }) => type.endsWith("delivery-status")).map((part) => part.text);
  const written = statuses.join("\n") || text;
  const actions = Array.from(written.matchAll(/^Action:[ \t]*([a-z]+)/gim), ([, action]) =>
    action?.toLowerCase(),
  );
  if (actions.includes("failed")) return "bounce";
  if (actions.includes("delayed")) return "delay";
  if (actions.some((action) => action === "delivered" || action === "relayed" || action === "expanded"))
    return "receipt";
  return looksDelayed({ subject, text }) ? "delay" : "bounce";
}
