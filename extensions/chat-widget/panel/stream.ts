// An event stream over fetch: EventSource can send no body, and the token has no place in an address.
import { request } from "./doors.ts";

/** The server beats every 15 s; after this long without a word the line is dead. */
const SILENCE = 40_000;

/**
 * Hears what the server says until it ends the stream. `opened` once it is there. Resolves to the status when it was
 * refused, to 200 at its end; throws when the line is lost.
 */
export async function listen<T>(
  url: string,
  body: object,
  { signal, opened, heard }: { signal: AbortSignal; opened(): void; heard(news: T): void },
): Promise<number> {
  const line = new AbortController();
  const cut = () => line.abort();
  let timer = setTimeout(cut, SILENCE);
  signal.addEventListener("abort", cut);
  try {
    const response = await fetch(url, { ...request(body), signal: line.signal });
    if (!response.ok || !response.body) return response.status;
    opened();
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let text = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return 200;
      clearTimeout(timer);
      timer = setTimeout(cut, SILENCE);
      text += decoder.decode(value, { stream: true });
      const events = text.split("\n\n");
      text = events.pop() ?? "";
      for (const event of events) {
        const data = dataOf(event);
        if (data) heard(JSON.parse(data) as T);
      }
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", cut);
  }
}

/** The data of a "state" event; empty for beats and anything else. */
export function dataOf(event: string): string {
  const lines = event.split("\n");
  if (!lines.some((line) => /^event: ?state$/.test(line))) return "";
  return lines.flatMap((line) => /^data: ?(.*)$/.exec(line)?.[1] ?? []).join("\n");
}
