// A picture that a mail wants from elsewhere, fetched so that the place learns nothing but that somebody asked: no
// cookies, no referrer, not the agent's address. Where a mail says to look is a stranger's word: only public
// addresses are connected to, whatever a name resolves to at that moment.
import { lookup } from "node:dns";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { fileTypeFromBuffer } from "file-type";
import { imageSize } from "image-size";
import { isPublicAddress } from "./public-address.ts";

export interface Picture {
  bytes: Buffer;
  contentType: string;
}

const TIMEOUT = 10_000;
const MOST_BYTES = 10 * 1024 * 1024;
const MOST_PIXELS = 50_000_000;
const MOST_REDIRECTS = 3;

const RASTER = new Set(["png", "apng", "jpg", "gif", "webp", "bmp", "avif"]);

/** The picture at this address; null when there is none, or none that may be fetched. */
export async function fetchRemotePicture(address: string): Promise<Picture | null> {
  const signal = AbortSignal.timeout(TIMEOUT);
  try {
    let url = new URL(address);
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const response = await ask(url, signal);
      const { statusCode = 0, headers } = response;
      if (statusCode === 200) return await pictureIn(response);
      response.destroy();
      if (statusCode < 300 || statusCode > 399 || !headers.location) return null;
      url = new URL(headers.location, url);
    }
  } catch {
    // Whatever it was, there is no picture to show.
  }
  return null;
}

function ask(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  if (!mayAsk(url)) throw new Error("not a place to look");
  const { request } = url.protocol === "https:" ? https : http;
  const plain = new URL(`${url.protocol}//${url.host}${url.pathname}${url.search}`);
  return new Promise((resolve, reject) => {
    // A connection of its own: one kept from before would not have been looked up for this request.
    request(plain, { agent: false, lookup: lookupPublic, signal, headers: HEADERS }, resolve)
      .on("error", reject)
      .end();
  });
}

const HEADERS = {
  Accept: "image/*",
  "Accept-Encoding": "identity",
  "User-Agent": "Mozilla/5.0 (compatible; SamlaPictures/1.0)",
};

/** Node looks up no name that is an address already, so those are judged here; URL has made 0x7f.1 readable. */
function mayAsk({ protocol, hostname, port }: URL): boolean {
  const literal = hostname.replace(/^\[|\]$/g, "");
  const isLiteral = hostname.startsWith("[") || /^[\d.]+$/.test(hostname);
  return /^https?:$/.test(protocol) && /^(?:80|443)?$/.test(port) && (!isLiteral || isPublicAddress(literal));
}

/** Resolves as a connection is made, and only to public addresses. */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, "");
    const [first, ...rest] = found.filter(({ address }) => isPublicAddress(address));
    if (!first) return callback(new Error(`${hostname} is not in public`), "");
    if (options.all) callback(null, [first, ...rest]);
    else callback(null, first.address, first.family);
  });
};

async function pictureIn(response: IncomingMessage): Promise<Picture | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop closes the connection.
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !RASTER.has(type.ext)) return null;
  const { width, height } = imageSize(bytes);
  return width * height > MOST_PIXELS ? null : { bytes, contentType: type.mime };
}
