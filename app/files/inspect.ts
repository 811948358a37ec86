// What a file really is: its bytes are asked, the sender only when they say nothing. Nothing is decoded or unpacked.
import { fileTypeFromBuffer } from "file-type";
import { imageSize } from "image-size";
import { dangerOf } from "./danger.ts";
import type { StoredFile } from "./file.ts";
import { textTypeOf } from "./kinds.ts";
import { extensionOf, safeName } from "./name.ts";

type Inspected = Pick<StoredFile, "name" | "contentType" | "size" | "danger" | "width" | "height">;

/** Everything that can be told of a file from its bytes and the name and type its sender gave it. */
export async function inspect(
  written: { name: string; contentType: string },
  bytes: Buffer,
): Promise<Inspected> {
  const contentType = await typeOf(written, bytes);
  return {
    name: safeName(written.name),
    contentType,
    size: bytes.length,
    danger: dangerOf(written.name, contentType, bytes),
    ...pixelsOf(contentType, bytes),
  };
}

async function typeOf(written: { name: string; contentType: string }, bytes: Buffer): Promise<string> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const extension = extensionOf(written.name);
  const said = tidyType(written.contentType);
  if (found && found.mime !== "application/xml") return found.mime.split(";")[0] ?? found.mime;
  if (isText(bytes)) return markupOf(bytes) ?? (said === "message/rfc822" ? said : textTypeOf(extension));
  // An application's own format. What calls itself picture, text or page and is none, is nothing we know.
  return /^application\//.test(said) ? said : "application/octet-stream";
}

/** "Image/PNG; name=x" gives "image/png"; what is no type gives "". */
export const tidyType = (said: string): string =>
  /^\s*([a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,80})\s*(?:;|$)/i.exec(said)?.[1]?.toLowerCase() ?? "";

const LOOKED_AT = 4_000;

/** No zero bytes, and few others that no text has. */
function isText(bytes: Buffer): boolean {
  const start = bytes.subarray(0, LOOKED_AT);
  if (/^(?:\xff\xfe|\xfe\xff)/.test(start.toString("latin1"))) return true;
  return start.length > 0 && !start.some((byte) => byte < 7 || (byte > 13 && byte < 27));
}

/** Text that something would run or render. */
function markupOf(bytes: Buffer): string | null {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const start = bytes
    .subarray(0, LOOKED_AT)
    .toString(wide ? "utf16le" : "utf8")
    .replace(/^\ufeff/, "");
  if (/^\s*(?:#!|<\?php|@echo off)/i.test(start)) return "text/x-script";
  const inner = start.replace(/^\s*(?:<\?xml[^>]*>|<!--[\s\S]*?-->|<!doctype\s+svg[^>]*>|\s)*/i, "");
  if (/^<svg[\s>]/i.test(inner)) return "image/svg+xml";
  if (
    /^<(?:!doctype\s+html|html|head|body|script|iframe|meta|title|style|table|div|p|a|img)[\s>/]/i.test(inner)
  )
    return "text/html";
  return null;
}

const SHOWN = /^image\/(?:png|apng|jpeg|gif|webp|avif|bmp)$/;

/** Width and height out of the picture's head, as it is shown: a camera's turn counts. */
function pixelsOf(contentType: string, bytes: Buffer): { width: number | null; height: number | null } {
  if (!SHOWN.test(contentType)) return { width: null, height: null };
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    if (!(width > 0 && height > 0 && Math.max(width, height) < 2 ** 31)) return { width: null, height: null };
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return { width: null, height: null };
  }
}
