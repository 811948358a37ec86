// The bytes of files: on the local disk, or in an object store when one is configured.
import { objectStore } from "../clients/object-store.server.ts";
import { env } from "../env.server.ts";
import { once } from "../lib/once.server.ts";
import { localStore } from "./local-store.server.ts";

/** One file per driver. A key is there or not: `read` and `open` throw FileGone when it is not. */
export interface FileStore {
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  open(key: string): Promise<ReadableStream<Uint8Array>>;
  remove(key: string): Promise<void>;
}

const store = (): FileStore =>
  once("file-store", () => (env.S3_ENDPOINT ? objectStore(settings()) : localStore(env.FILES_DIR)));

const settings = () => ({
  endpoint: env.S3_ENDPOINT ?? "",
  region: env.S3_REGION ?? "",
  bucket: env.S3_BUCKET ?? "",
  accessKeyId: env.S3_ACCESS_KEY_ID ?? "",
  secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? "",
});

/** Stores bytes under a key, over whatever was there. They are safe when this returns. */
export const putFile = (key: string, bytes: Uint8Array, contentType: string): Promise<void> =>
  store().put(key, bytes, contentType);

/** The bytes as a stream. Throws FileGone. */
export const openFile = (key: string): Promise<ReadableStream<Uint8Array>> => store().open(key);

/** The bytes at once, for files of known size. Throws FileGone. */
export async function readFile(key: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of await openFile(key)) parts.push(part);
  return Buffer.concat(parts);
}

/** Removes the bytes; a key without any is no failure. */
export const removeFile = (key: string): Promise<void> => store().remove(key);
