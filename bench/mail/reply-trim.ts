// Judges what is shown of others' replies: each mail goes through our real reading of Postmark's JSON.
import { inboundFromRaw } from "../../sandbox/mail/inbound.ts";
import { readInboundMail } from "../../app/channels/email/postmark-inbound.ts";
import { inboundAddress } from "../environment.ts";
import { print, say } from "../figure.ts";
import type { Entry } from "./entries.ts";

/** What a case gave: its own claims that failed, and how it counts. */
interface Verdict {
  entry: Entry;
  shown: string;
  /** null when the case says nothing of the whole visible text */
  equal: boolean | null;
  leaks: string[];
  empty: boolean;
  otherwise: string[];
}

/** mail.reply-trim.equal, .leaks, .empty and .claims; every case that failed is listed with what differs. */
export async function judgeReplies(entries: Entry[]): Promise<void> {
  const verdicts = await Promise.all(entries.map(judge));
  const whole = verdicts.filter(({ equal }) => equal !== null);
  const asserted = whole.filter(({ entry }) => !isSofter(entry));
  const softer = whole.filter(({ entry }) => isSofter(entry));
  for (const verdict of verdicts) report(verdict);
  print({
    figure: "mail.reply-trim.equal",
    value: shareEqual(asserted),
    unit: "of asserted texts",
    n: asserted.length,
    note: `what a project's parser makes of it, and signatures: ${shareEqual(softer).toFixed(3)} of ${softer.length}`,
  });
  const keyed = verdicts.filter(({ entry }) => listOf(entry, "must_not_contain").length);
  print({
    figure: "mail.reply-trim.leaks",
    value: keyed.reduce((sum, { leaks }) => sum + leaks.length, 0),
    unit: "quoted words shown",
    n: keyed.length,
  });
  print({
    figure: "mail.reply-trim.empty",
    value: verdicts.filter(({ empty }) => empty).length,
    unit: "texts lost",
    n: verdicts.length,
  });
  print({
    figure: "mail.reply-trim.claims",
    value: verdicts.filter(({ otherwise }) => !otherwise.length).length / verdicts.length,
    unit: "without another failed claim",
    n: verdicts.length,
  });
}

const shareEqual = (verdicts: Verdict[]): number =>
  verdicts.filter(({ equal }) => equal).length / Math.max(1, verdicts.length);

async function judge(entry: Entry): Promise<Verdict> {
  const mail = readInboundMail(await payloadOf(entry), inboundAddress);
  const shown = mail.trimmed ?? mail.text;
  const text = entry.expected.visible_text;
  const squeezed = entry.expected.visible_text_nows;
  return {
    entry,
    shown,
    equal:
      typeof squeezed === "string"
        ? squeezed === shown.replace(/\s+/g, "")
        : typeof text === "string"
          ? folded(text, entry) === folded(shown, entry)
          : null,
    leaks: listOf(entry, "must_not_contain").filter((words) => shown.includes(words)),
    empty: Boolean(mail.text.trim()) && !shown.trim(),
    otherwise: failedClaims(entry, shown),
  };
}

/** What the mail looks like when Postmark hands it over. */
async function payloadOf({ input, bytes }: Entry): Promise<Record<string, unknown>> {
  if (input === "text body") return { MessageID: "judged", TextBody: bytes().toString("utf8") };
  if (input === "html body") return { MessageID: "judged", HtmlBody: bytes().toString("utf8") };
  // Some files begin with an empty line, which no mail on the wire does.
  const raw = Buffer.from(bytes().toString("latin1").trimStart(), "latin1");
  const inbound = await inboundFromRaw(raw, { recipient: inboundAddress });
  return input.includes("text/plain") ? { ...inbound, HtmlBody: "" } : { ...inbound };
}

function failedClaims(entry: Entry, shown: string): string[] {
  const text = folded(shown, entry);
  const claims: [string, (words: string) => boolean][] = [
    ["must_contain", (words) => text.includes(words)],
    ["starts_with", (words) => text.startsWith(words)],
    ["ends_with", (words) => text.endsWith(words)],
    ["before_contains", (words) => text.includes(words)],
    ["forwarded_contains", (words) => text.includes(words)],
  ];
  return claims.flatMap(([key, holds]) =>
    listOf(entry, key)
      .filter((words) => !holds(folded(words, entry)))
      .map((words) => `${key} ${JSON.stringify(words.slice(0, 60))}`),
  );
}

const listOf = ({ expected }: Entry, key: string): string[] =>
  [expected[key] ?? []].flat().filter((words) => typeof words === "string");

/** Made by a parser, no person's claim; or about where a letter ends and its signature begins. */
const isSofter = ({ expected, tags }: Entry): boolean =>
  String(expected.basis).startsWith("computed") || tags.includes("signature");

/** Blank lines and what ends a line don't count; where a case expects Markdown of HTML, its stars don't either. */
const folded = (text: string, { note }: Entry): string =>
  (note?.startsWith("Markdown") ? text.replaceAll("**", "") : text)
    .replace(/\r\n?/g, "\n")
    .replace(/[^\S\n]+$/gm, "")
    .replace(/\n{2,}/g, "\n")
    .trim();

function report({ entry, shown, equal, leaks, empty, otherwise }: Verdict): void {
  const why = [
    equal === false ? (isSofter(entry) ? "differs (softer)" : "DIFFERS") : "",
    ...leaks.map((words) => `LEAKS ${JSON.stringify(words.slice(0, 60))}`),
    empty ? "EMPTY" : "",
    ...otherwise,
  ].filter(Boolean);
  if (!why.length) return;
  say(`  ${entry.id} ${entry.file}: ${why.join("; ")}`);
  const expected = entry.expected.visible_text ?? entry.expected.visible_text_nows;
  if (equal === false) say(`    expected ${brief(String(expected))}\n    shown    ${brief(shown)}`);
}

const brief = (text: string): string =>
  JSON.stringify(
    text.trim().length > 160 ? `${text.trim().slice(0, 70)} … ${text.trim().slice(-80)}` : text.trim(),
  );
