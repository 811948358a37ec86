// One file on its way to the server. fetch cannot say how far an upload has come, so this is the one place that
// uses the older call, and gives it the session token itself.
import type { ShownFile } from "../../files/file.ts";
import { refusal, type VerbFailure, type VerbResult } from "../verb.ts";

/** Uploads a file. `signal` stops it; the promise then stays open, for nobody waits any more. */
export async function sendFile(
  file: File,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (part: number) => void },
): Promise<VerbResult<ShownFile>> {
  const token = await shopify.idToken().catch(() => null);
  if (!token) return { ok: false, error: "network", detail: {} };
  return new Promise((resolve) => {
    const call = new XMLHttpRequest();
    call.open("POST", "/app/files");
    call.responseType = "json";
    call.setRequestHeader("Authorization", `Bearer ${token}`);
    call.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    call.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    call.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    call.onload = () => resolve(resultOf(call));
    call.onerror = () => resolve({ ok: false, error: "network", detail: {} });
    signal.addEventListener("abort", () => call.abort());
    if (!signal.aborted) call.send(file);
  });
}

function resultOf(call: XMLHttpRequest): VerbResult<ShownFile> {
  if (call.status === 200 && call.response) return { ok: true, data: call.response as ShownFile };
  const failure: VerbFailure = { ok: false, error: "unexpected", detail: {} };
  // What stands before the app may refuse a huge body in its own words.
  return call.status === 413 ? { ...failure, error: "too-large" } : { ...failure, ...refusal(call.response) };
}
