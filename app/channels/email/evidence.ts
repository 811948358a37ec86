// What can be known of who wrote a mail: its headers, words, and the parts only machines attach. Pure.
import { z } from "zod";
import { cleanText } from "../../lib/clean-text.ts";

export interface Evidence {
  /** a header's first value, by its lower-case name */
  header(name: string): string | null;
  from: { name: string; address: string | null };
  subject: string;
  /** its beginning: enough for every sign that is looked for */
  text: string;
  /** of the whole mail, lower case; empty when not known (Postmark's Headers leave it out, only the raw mail says) */
  contentType: string;
  /** attachments that are messages, reports or plain text */
  parts: Part[];
}

export interface Part {
  /** lower case, without parameters */
  type: string;
  text: string;
}

const MOST_PARTS = 12;
const MOST_PART = 48_000;
const MOST_HEAD = 64_000;
const READABLE = /^(?:message\/|text\/)/;

const attachment = z.object({ ContentType: z.string(), Content: z.string() });
const carrier = z.object({
  Attachments: z.array(z.unknown()).catch([]),
  RawEmail: z.string().catch(""),
});

/** Reads parts and content type from a Postmark payload; nothing of it is trusted, all of it bounded. */
export function partsOf(payload: unknown): Pick<Evidence, "contentType" | "parts"> {
  const { Attachments, RawEmail } = carrier.parse(payload);
  const parts = Attachments.slice(0, 200)
    .map((one) => attachment.safeParse(one).data)
    .filter((one) => one !== undefined)
    .map((one) => ({ type: typeIn(one.ContentType), content: one.Content }))
    .filter(({ type }) => READABLE.test(type))
    .slice(0, MOST_PARTS);
  return {
    contentType: contentTypeIn(RawEmail.slice(0, MOST_HEAD)),
    parts: parts.map(({ type, content }) => ({ type, text: decoded(content) })),
  };
}

const typeIn = (contentType: string): string =>
  (contentType.slice(0, 200).toLowerCase().split(/[;\s]/, 1)[0] ?? "").trim();

/** Base64 decodes in groups of four letters, so a cut at a multiple of four is clean. */
const decoded = (base64: string): string =>
  cleanText(Buffer.from(base64.slice(0, Math.ceil(MOST_PART / 3) * 4), "base64").toString("utf8"), MOST_PART);

/** The Content-Type among the first headers of a raw mail, unfolded. */
function contentTypeIn(raw: string): string {
  const lines: string[] = [];
  for (const line of raw.split("\n")) {
    if (!line.trim()) break;
    if (/^[ \t]/.test(line) && lines.length) lines.push(`${lines.pop() ?? ""} ${line.trim()}`);
    else lines.push(line.trim());
  }
  const found = lines.find((line) => /^content-type\s*:/i.test(line)) ?? "";
  return found
    .slice(found.indexOf(":") + 1)
    .trim()
    .toLowerCase()
    .slice(0, 1_000);
}
