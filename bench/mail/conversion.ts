// What others expect of a raw mail, as far as it can be seen in Postmark's JSON. Pure.
import { createHash } from "node:crypto";
import type { PostmarkInbound } from "../../sandbox/mail/inbound.ts";

type Expected = Record<string, unknown>;

/** How many expectations could be checked, and which were not met, in words. */
export function conversionFaults(
  expected: Expected,
  mail: PostmarkInbound,
): { checked: number; wrong: string[] } {
  const results = [...fields(expected, mail), ...attachments(expected, mail)];
  return { checked: results.length, wrong: results.filter((result) => result !== null) };
}

type Result = string | null;

const same = (what: string, found: string, wanted: string): Result =>
  folded(found) === folded(wanted)
    ? null
    : `${what} ${JSON.stringify(cut(found))}, not ${JSON.stringify(cut(wanted))}`;

const folded = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();
const cut = (text: string): string => (text.length > 90 ? `${text.slice(0, 90)}…` : text);

function fields(expected: Expected, mail: PostmarkInbound): Result[] {
  const results: Result[] = [];
  const from = mail.FromFull?.Email ?? "";
  const check = (key: string, found: string) => {
    const wanted = expected[key];
    if (typeof wanted === "string") results.push(same(key, found, wanted));
  };
  check("subject", mail.Subject);
  check("Subject", mail.Subject);
  check("from_email", from);
  check("from_display_name", mail.FromFull?.Name ?? "");
  if (typeof expected.message_id === "string")
    results.push(same("message_id", bare(headerOf(mail, "message-id")), bare(expected.message_id)));
  results.push(...people("from", expected.from, mail.FromFull ? [mail.FromFull] : []));
  results.push(...people("to", expected.to, mail.ToFull));
  for (const part of strings(expected.text_contains).concat(strings(expected.must_contain)))
    results.push(
      folded(`${mail.TextBody} ${mail.HtmlBody}`).includes(folded(part))
        ? null
        : `lacks ${JSON.stringify(cut(part))}`,
    );
  return results;
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
const bare = (id: string): string => id.trim().replace(/^<|>$/g, "");
const headerOf = (mail: PostmarkInbound, name: string): string =>
  mail.Headers.find(({ Name }) => Name.toLowerCase() === name)?.Value ?? "";

/** Lists of `{name, address}`; how others write several people into one string differs too much. */
function people(what: string, wanted: unknown, found: { Email: string; Name: string }[]): Result[] {
  if (!Array.isArray(wanted)) return [];
  const list = wanted.filter((one): one is { name?: unknown; address?: unknown } => typeof one === "object");
  return list.flatMap(({ name, address }, index) => [
    ...(typeof address === "string" ? [same(`${what} address`, found[index]?.Email ?? "", address)] : []),
    ...(typeof name === "string" && name !== address
      ? [same(`${what} name`, found[index]?.Name ?? "", name)]
      : []),
  ]);
}

function attachments(expected: Expected, mail: PostmarkInbound): Result[] {
  const wanted = expected.attachments;
  if (!Array.isArray(wanted)) return [];
  return wanted
    .filter((one): one is Record<string, unknown> => typeof one === "object" && one !== null)
    .flatMap((one) => {
      const name = typeof one.filename === "string" ? one.filename : null;
      const found = name === null ? null : mail.Attachments.find(({ Name }) => folded(Name) === folded(name));
      if (name === null) return [];
      if (!found) return [`no attachment ${JSON.stringify(name)}`];
      const bytes = Buffer.from(found.Content, "base64");
      return [
        ...(typeof one.size === "number"
          ? [isSize(one.size, bytes) ? null : `${name}: ${bytes.length} bytes, not ${one.size}`]
          : []),
        ...(typeof one.sha256 === "string"
          ? [one.sha256 === createHash("sha256").update(bytes).digest("hex") ? null : `${name}: other bytes`]
          : []),
        null,
      ];
    });
}

/** Some count the bytes, some the base64 in its lines. */
const isSize = (wanted: number, { length }: Buffer): boolean => {
  const letters = 4 * Math.ceil(length / 3);
  return wanted === length || wanted === letters + 2 * Math.floor(letters / 76);
};
