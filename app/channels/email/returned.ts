// What a report says of the mail it is about: its Message-ID, and why it came back. Pure.
import { messageIdsIn, normaliseMessageId } from "../../mail/addresses.ts";
import type { Evidence } from "./evidence.ts";

const MOST_IDS = 20;
const MOST_TEXT = 60_000;

/** Lines that name a mail, in the returned headers, in the report and in mail servers' own lists. */
const NAMED =
  /^[> \t]{0,8}((?:X-)?(?:Original-|Failed-)?Message-ID|In-Reply-To|References):[ \t]*((?:[^\n]{0,900})(?:\n[ \t][^\n]{0,900}){0,10})/gim;

/** Message-IDs of the returned mail; those it only answers come after its own. */
export function returnedIds(mail: Evidence): string[] {
  const texts = [...mail.parts.map(({ text }) => text), mail.text].map((text) => text.slice(0, MOST_TEXT));
  const named = texts.flatMap((text) =>
    Array.from(text.matchAll(NAMED), ([, name = "", ids = ""]) => ({ name, ids })),
  );
  const own = named.filter(({ name }) => /message-id$/i.test(name)).map(({ ids }) => ids);
  const answered = named.filter(({ name }) => !/message-id$/i.test(name)).map(({ ids }) => ids);
  const heads = (names: string[]) => names.map((name) => mail.header(name) ?? "");
  const ids = [
    ...heads(["x-original-message-id", "original-message-id"]),
    ...own,
    ...heads(["in-reply-to"]),
    ...answered,
    ...heads(["references"]),
  ].flatMap((written) => [...messageIdsIn(written), ...bare(written)]);
  return [...new Set(ids)].slice(0, MOST_IDS);
}

/** Some servers write the id without brackets and call it done. */
function bare(written: string): string[] {
  const id = normaliseMessageId(written.trim().split(/\s/, 1)[0]);
  return id?.includes("@") ? [id] : [];
}

/** A code for the page's words: the enhanced status (RFC 3463) first, then what the server wrote. */
export function reasonIn(mail: Evidence): string {
  const reports = mail.parts.filter(({ type }) => type !== "message/rfc822");
  const written = [...reports.map(({ text }) => text), mail.text].join("\n").slice(0, MOST_TEXT);
  const status = /\b([45]\.\d{1,3}\.\d{1,3})\b/.exec(written)?.[1] ?? "";
  if (/^[45]\.2\.2$/.test(status) || FULL.test(written)) return "mailbox-full";
  if (/^5\.1\.[0-36]$/.test(status) || /^5\.1\.10$/.test(status) || UNKNOWN.test(written))
    return "no-such-mailbox";
  return "bounced";
}

const FULL = /mailbox (?:is )?full|over ?quota|quota (?:exceeded|full)|exceeded (?:the )?(?:storage|quota)/i;
const UNKNOWN =
  /user unknown|unknown user|no such (?:user|mailbox|recipient)|(?:mailbox|address|account|user)[^\n]{0,40}(?:does not|doesn't) exist|host (?:unknown|not found)|user not found/i;
