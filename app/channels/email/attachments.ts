// The attachments of Postmark's inbound JSON, read with distrust. Pure. What is wrong with one of them is said of
// that one: no attachment ever costs the mail.
import { z } from "zod";
import { MOST_FILES } from "../../files/file.ts";

/** Postmark takes 35 MB of attachments; more than this came some other way. */
const MOST_BYTES = 60_000_000;
/** So many more than are kept. */
const MOST_NAMED = 100;

export interface Attachment {
  name: string;
  contentType: string;
  contentId: string | null;
  /** bytes, as far as they can be known */
  size: number;
  /** null: `missing` says why */
  bytes: Buffer | null;
  missing: "too-large" | "broken" | null;
}

export interface Attachments {
  files: Attachment[];
  /** the Content-IDs that the HTML shows */
  shownInText: ReadonlySet<string>;
}

const text = z.string().catch("");
const one = z.object({
  Name: text,
  ContentType: text,
  ContentID: text,
  ContentLength: z.number().int().min(0).max(2_000_000_000).catch(0),
  Content: z.string().nullable().catch(null),
});
const schema = z.object({
  Attachments: z.array(one.catch(() => one.parse({}))).catch([]),
  HtmlBody: text,
});

/** Reads what is attached. Never throws. */
export function readAttachments(payload: unknown): Attachments {
  const { Attachments: given, HtmlBody: html } = schema
    .catch({ Attachments: [], HtmlBody: "" })
    .parse(payload);
  let room = MOST_BYTES;
  const files = given.slice(0, MOST_FILES + MOST_NAMED).map((written, position): Attachment => {
    const bytes = written.Content === null ? null : decoded(written.Content, written.ContentLength);
    const size = bytes?.length ?? written.ContentLength;
    const tooLarge = position >= MOST_FILES || size > room;
    if (bytes && !tooLarge) room -= size;
    return {
      name: written.Name,
      contentType: written.ContentType,
      contentId: tidyContentId(written.ContentID),
      size,
      bytes: tooLarge ? null : bytes,
      missing: tooLarge ? "too-large" : bytes ? null : "broken",
    };
  });
  const more = given.length - files.length;
  return { files: more > 0 ? [...files, unnamed(more)] : files, shownInText: contentIdsIn(html) };
}

/** The bytes; null when it is no base64: Node would skip what it does not know and call the rest a file. */
function decoded(content: string, length: number): Buffer | null {
  const letters = content.replace(/\s+/g, "");
  if (/[^A-Za-z0-9+/_=-]/.test(letters)) return null;
  const end = letters.indexOf("=");
  const digits = end < 0 ? letters.length : end;
  if (letters.length - digits > 2 || digits % 4 === 1 || (digits === 0 && length > 0)) return null;
  return Buffer.from(letters, "base64");
}

const unnamed = (count: number): Attachment => ({
  name: `+${count}`,
  contentType: "application/octet-stream",
  contentId: null,
  size: 0,
  bytes: null,
  missing: "too-large",
});

const MOST_ID = 500;

/** Without brackets and control characters; null for none, or one too long to be one. */
function tidyContentId(written: string): string | null {
  const id = written
    .replace(/\p{Cc}/gu, "")
    .trim()
    .replace(/^<|>$/g, "");
  return id && id.length <= MOST_ID ? id : null;
}

function contentIdsIn(html: string): ReadonlySet<string> {
  const found = html.matchAll(/\bcid:([^"'\s<>)]{1,500})/gi);
  return new Set([...found].flatMap(([, id = ""]) => [id, unescaped(id)]));
}

/** In an address a Content-ID may be percent-encoded (RFC 2392), in HTML its "&" escaped. */
function unescaped(id: string): string {
  try {
    return decodeURIComponent(id.replaceAll("&amp;", "&"));
  } catch {
    return id;
  }
}
