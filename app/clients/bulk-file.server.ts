// The file Shopify gathers a bulk query's answer into: JSON, a line an object, read from wherever it was left.
import { ShopifyUnavailable } from "./shopify-admin.server.ts";

export interface FileLine {
  text: string;
  /** where the next line begins, in bytes */
  next: number;
}

/** No line of ours comes near; one that did would only fill the memory. */
const LONGEST_LINE = 1024 * 1024;
const NEWLINE = 0x0a;

/** Its lines from a position on. Throws ShopifyUnavailable when it breaks off. */
export async function* readBulkFile(
  url: string,
  from: number,
  signal: AbortSignal,
): AsyncGenerator<FileLine> {
  let next = from;
  let left = Buffer.alloc(0);
  try {
    for await (const chunk of await open(url, from, signal)) {
      let bytes = left.length ? Buffer.concat([left, chunk]) : Buffer.from(chunk);
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE)) {
        next += end + 1;
        yield { text: bytes.toString("utf8", 0, end), next };
        bytes = bytes.subarray(end + 1);
      }
      if (bytes.length > LONGEST_LINE) throw new Error("a line without an end");
      left = bytes;
    }
  } catch (error) {
    throw error instanceof ShopifyUnavailable ? error : new ShopifyUnavailable("down", error);
  }
  if (left.length) yield { text: left.toString("utf8"), next: next + left.length };
}

async function open(url: string, from: number, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
  if (new URL(url).protocol !== "https:") throw new Error("not Shopify's storage");
  const response = await fetch(url, { headers: { Range: `bytes=${from}-` }, signal });
  // Nothing lies behind the end.
  if (response.status === 416) return nothing();
  if (!response.ok || !response.body) throw new ShopifyUnavailable("down");
  const body = response.body as unknown as AsyncIterable<Uint8Array>;
  return response.status === 206 ? body : behind(body, from);
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** A server that knows no ranges sends all of it. */
async function* behind(body: AsyncIterable<Uint8Array>, from: number): AsyncGenerator<Uint8Array> {
  let skip = from;
  for await (const chunk of body) {
    if (skip < chunk.length) yield chunk.subarray(skip);
    skip = Math.max(0, skip - chunk.length);
  }
}
