// Where the bytes of files are: a folder of the local disk.
import { createReadStream } from "node:fs";
import { mkdir, open, readFile as readWhole, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { env } from "../env.server.ts";

/** Keeps bytes under a key that is new. */
export async function putFile(key: string, bytes: Uint8Array, _contentType: string): Promise<void> {
  await mkdir(env.FILES_DIR, { recursive: true });
  await writeFile(pathOf(key), bytes);
}

/** The bytes of a file. Throws when they are not there. */
export const readFile = (key: string): Promise<Buffer> => readWhole(pathOf(key));

/** The same, piece by piece. */
export async function openFile(key: string): Promise<ReadableStream> {
  await (await open(pathOf(key))).close();
  return Readable.toWeb(createReadStream(pathOf(key)));
}

/** Forgets the bytes; harmless when they are gone. */
export const removeFile = (key: string): Promise<void> => rm(pathOf(key), { force: true });

const pathOf = (key: string): string => join(env.FILES_DIR, key.replace(/[^\w-]/g, "_"));
