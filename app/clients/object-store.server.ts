// An S3-compatible object store, addressed by path. Every request has a time limit; a failure is thrown, and
// whoever needed the file tries again with their job.
import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import { FileGone } from "../lib/file-gone.ts";

export interface ObjectStoreSettings {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Until the answer begins; a body may take longer. */
const TIME_LIMIT = 20_000;

/** Twice more for 429 and 5xx, which the library waits for by itself. */
const RETRIES = 2;

/** A driver for app/files/store.server.ts. */
export function objectStore({ endpoint, region, bucket, accessKeyId, secretAccessKey }: ObjectStoreSettings) {
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    region,
    service: "s3",
    retries: RETRIES,
    initRetryMs: 200,
  });
  const ask = async (method: string, key: string, init: RequestInit = {}): Promise<Response> => {
    const url = `${endpoint.replace(/\/$/, "")}/${encodeURIComponent(bucket)}/${key}`;
    const answer = await withinTime((signal) => client.fetch(url, { ...init, method, signal }));
    if (answer.ok) return answer;
    await answer.body?.cancel();
    if (answer.status === 404) throw new FileGone();
    throw new Error(`object store: ${method} was answered ${answer.status}`);
  };
  return {
    async put(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
      const headers = {
        "Content-Type": contentType,
        "X-Amz-Content-Sha256": createHash("sha256").update(bytes).digest("hex"),
      };
      const answer = await ask("PUT", key, { body: new Uint8Array(bytes), headers });
      await answer.body?.cancel();
    },
    async open(key: string): Promise<ReadableStream<Uint8Array>> {
      return (await ask("GET", key)).body ?? new Blob([]).stream();
    },
    async remove(key: string): Promise<void> {
      const answer = await ask("DELETE", key).catch(unlessGone);
      await answer?.body?.cancel();
    },
  };
}

async function withinTime(work: (signal: AbortSignal) => Promise<Response>): Promise<Response> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(new Error("object store: no answer in time")), TIME_LIMIT);
  try {
    return await work(giveUp.signal);
  } finally {
    clearTimeout(timer);
  }
}

function unlessGone(error: unknown): null {
  if (error instanceof FileGone) return null;
  throw error;
}
