// Files on their way, by the place they are meant for. They outlive the component that shows them: an upload goes on
// while the agent looks at another ticket.
import { newId } from "../../lib/id.ts";
import { encodedSize, mayBeSent, MOST_ENCODED_BYTES } from "../../mail/size.ts";
import type { ShownFile } from "../../files/file.ts";
import { makeStore, type Store } from "../store.ts";
import type { VerbFailure } from "../verb.ts";
import { sendFile } from "./send-file.ts";

export interface Upload {
  key: string;
  file: File;
  /** stands in the text once it is there */
  inline: boolean;
  /** an address of the image that works in this page only */
  preview: string | null;
  state: "sending" | "failed" | "done";
  /** 0 to 1 */
  progress: number;
  reason: VerbFailure["error"] | "type" | null;
  done: ShownFile | null;
  cancel: () => void;
}

const places = new Map<string, Store<Upload[]>>();

export const NO_UPLOADS: Upload[] = [];

export function uploadsAt(place: string): Store<Upload[]> {
  // A server would keep them for everybody, and for ever.
  if (typeof window === "undefined") return makeStore(NO_UPLOADS);
  const known = places.get(place);
  if (known) return known;
  const store = makeStore(NO_UPLOADS);
  places.set(place, store);
  return store;
}

/** Begins to upload a file; `onDone` is told wherever the agent is by then. */
export function startUpload(
  place: string,
  file: File,
  { inline, onDone }: { inline: boolean; onDone: (file: ShownFile) => void },
): Upload {
  const key = newId();
  const preview = inline ? URL.createObjectURL(file) : null;
  const upload: Upload = {
    key,
    file,
    inline,
    preview,
    state: "sending",
    progress: 0,
    reason: null,
    done: null,
    cancel: () => undefined,
  };
  const reason = refusedBefore(file);
  uploadsAt(place).change((now) => [...now, reason ? { ...upload, state: "failed", reason } : upload]);
  if (!reason) void send(place, upload, onDone);
  return upload;
}

/** Sends a file that failed once more. */
export function retryUpload(place: string, upload: Upload, onDone: (file: ShownFile) => void): void {
  change(place, upload.key, { state: "sending", progress: 0, reason: null });
  void send(place, upload, onDone);
}

/** Stops an upload, or forgets one that failed. */
export function dropUpload(place: string, upload: Upload): void {
  upload.cancel();
  uploadsAt(place).change((now) => now.filter(({ key }) => key !== upload.key));
}

/** Forgets the images that have come: the text they belong to is out. */
export const forgetDone = (place: string): void =>
  uploadsAt(place).change((now) => now.filter(({ state }) => state !== "done"));

/** What waiting for the answer would not change. */
export const mayRetry = ({ reason }: Upload): boolean => reason !== "too-large" && reason !== "type";

function refusedBefore(file: File): Upload["reason"] {
  if (encodedSize(file.size) > MOST_ENCODED_BYTES) return "too-large";
  return mayBeSent(file.name) ? null : "type";
}

async function send(place: string, { key, file, inline }: Upload, onDone: (file: ShownFile) => void) {
  const stop = new AbortController();
  change(place, key, { cancel: () => stop.abort() });
  const result = await sendFile(file, {
    signal: stop.signal,
    onProgress: (progress) => change(place, key, { progress }),
  });
  if (stop.signal.aborted) return;
  if (!result.ok) return change(place, key, { state: "failed", reason: result.error });
  const done = { ...result.data, inline };
  onDone(done);
  // An image stays known, so that the text can put it where it was pasted.
  if (inline) change(place, key, { state: "done", progress: 1, done });
  else uploadsAt(place).change((now) => now.filter((one) => one.key !== key));
}

const change = (place: string, key: string, what: Partial<Upload>): void =>
  uploadsAt(place).change((now) => now.map((one) => (one.key === key ? { ...one, ...what } : one)));
