// Files on the local disk. Written beside their place and then moved there: no reader ever sees half a file.
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import { FileGone } from "../lib/file-gone.ts";
import { newToken } from "../lib/token.server.ts";
import type { FileStore } from "./store.server.ts";

/** A driver that keeps its files below `folder`. */
export function localStore(folder: string): FileStore {
  const root = resolve(folder);
  const pathOf = (key: string): string => {
    const path = resolve(root, key);
    if (!path.startsWith(root + sep)) throw new Error("a key that leads out of the folder");
    return path;
  };
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      await writeWhole(join(dirname(path), `.${newToken()}`), path, bytes);
    },
    async open(key) {
      const handle = await open(pathOf(key)).catch(unlessMissing);
      return Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array>;
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}

/** On the disk, not only in its cache, before it gets its name. */
async function writeWhole(temporary: string, path: string, bytes: Uint8Array): Promise<void> {
  try {
    const handle = await open(temporary, "wx", 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function unlessMissing(error: unknown): never {
  const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
  throw missing ? new FileGone(error) : error;
}
