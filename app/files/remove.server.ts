// Bytes go when the last row that knew them goes: a job in the same transaction, so that none is forgotten when
// the storage is away, and none is removed when the transaction is not to be.
import type { Tx } from "../db.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { removeFile } from "./store.server.ts";

const A_JOB = 200;

/** Has the bytes under these keys removed once the caller's transaction has committed. */
export async function removeFilesOf(tx: Tx, keys: string[]): Promise<void> {
  for (let from = 0; from < keys.length; from += A_JOB)
    await enqueue(tx, "remove-files", { keys: keys.slice(from, from + A_JOB) });
}

/** The job. Keys without bytes are no failure: it may run again. */
export async function removeBytes({ keys }: { keys: string[] }): Promise<void> {
  for (const key of keys) await removeFile(key);
}
