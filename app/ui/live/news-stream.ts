// The event stream of an open page: read with fetch (EventSource cannot send a session token), kept alive, and
// opened again with growing pauses when it ends.
import { createParser } from "eventsource-parser";
import { now } from "../../lib/clock.ts";
import type { News, Ready } from "../../live/news.ts";
import type { Numbers } from "../../live/numbers.ts";
import { tabName } from "./tab.ts";

export interface NewsListener<N extends News> {
  /** of each signal once; rows as often as they come */
  onNews(news: N): void;
  /** how many there are now of what changed */
  onNumbers(numbers: Numbers): void;
  /** the server listens for us from now on: whatever happened before must be fetched */
  onReady(ready: Ready): void;
  /** it ended, or could not be opened */
  onDown(): void;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
/** a stream that lived this long was a good one: the next try starts from the first pause again */
const GOOD_LIFE = 5_000;
/** the server says something every 15 s; a silent connection is a dead one */
const LONGEST_SILENCE = 50_000;

/** Follows the stream at `url` until the returned function is called. */
export function followNews<N extends News>(url: string, listener: NewsListener<N>): () => void {
  const stopped = new AbortController();
  void keepFollowing(url, listener, stopped.signal);
  return () => stopped.abort();
}

async function keepFollowing<N extends News>(
  url: string,
  listener: NewsListener<N>,
  stopped: AbortSignal,
): Promise<void> {
  const seen = new Set<string>();
  const isFresh = ({ id }: { id: string }): boolean => {
    if (seen.has(id)) return false;
    seen.add(id);
    const [oldest] = seen;
    if (seen.size > 1000 && oldest) seen.delete(oldest);
    return true;
  };
  const fresh: NewsListener<N> = {
    ...listener,
    onNews: (news) => listener.onNews({ ...news, signals: news.signals.filter(isFresh) }),
  };
  for (let failures = 0; !stopped.aborted; failures++) {
    const started = now().getTime();
    const hint = await readOnce(url, fresh, stopped).catch(() => null);
    if (stopped.aborted) return;
    listener.onDown();
    if (now().getTime() - started > GOOD_LIFE) failures = 0;
    const chance = Math.random();
    await pause(hint === null ? pauseAfter(failures, chance) : hint * (0.5 + chance), stopped);
  }
}

/** Doubling, from half to one and a half times, so that a whole team does not come back in the same moment. */
export const pauseAfter = (failures: number, chance: number): number =>
  Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(failures, 10)) * (0.5 + chance);

/** Reads one stream to its end. Returns the pause the server asked for (`retry:`), or null. */
async function readOnce<N extends News>(
  url: string,
  listener: NewsListener<N>,
  stopped: AbortSignal,
): Promise<number | null> {
  const silent = new AbortController();
  const signal = AbortSignal.any([stopped, silent.signal]);
  const cut = () => silent.abort();
  // A machine that lost its network still holds the connection, and would wait for it to speak.
  globalThis.addEventListener?.("offline", cut, { signal });
  const response = await fetch(url, {
    headers: { Accept: "text/event-stream", "Samla-Tab": tabName() },
    signal,
  });
  if (!response.ok || !response.body) throw new Error(`The event stream answered ${response.status}`);
  let hint: number | null = null;
  const parser = createParser({
    onEvent: ({ event, data }) => {
      if (event === "ready") listener.onReady(JSON.parse(data) as Ready);
      if (event === "numbers") listener.onNumbers(JSON.parse(data) as Numbers);
      if (event === "news") listener.onNews(JSON.parse(data) as N);
    },
    onRetry: (pause) => {
      hint = pause;
    },
  });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let watchdog = setTimeout(cut, LONGEST_SILENCE);
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(watchdog);
      watchdog = setTimeout(cut, LONGEST_SILENCE);
      parser.feed(part.value);
    }
  } finally {
    clearTimeout(watchdog);
    globalThis.removeEventListener?.("offline", cut);
  }
  return hint;
}

/** Waits, but not past the moment the network comes back. */
function pause(ms: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      globalThis.removeEventListener?.("online", done);
      stopped.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    globalThis.addEventListener?.("online", done);
    stopped.addEventListener("abort", done);
  });
}
