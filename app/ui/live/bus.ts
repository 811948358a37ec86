// What the page's one stream says, passed on to whoever wants to hear it.
import { useEffect, useRef } from "react";
import { now } from "../../lib/clock.ts";
import type { LiveSignal, News } from "../../live/news.ts";
import type { TicketRow } from "../../tickets/row.server.ts";

export type TicketNews = News<TicketRow>;

const hearers = new Set<(news: TicketNews) => void>();

/** What was said lately, oldest first: an answer may be older than it, and shown later. */
let lately: { at: number; news: TicketNews }[] = [];
const LATELY = 30_000;
const MOST_LATELY = 100;

/** Passes on what the stream said. */
export function tellNews(news: TicketNews): void {
  const at = now().getTime();
  lately = [...lately.filter((one) => one.at > at - LATELY).slice(1 - MOST_LATELY), { at, news }];
  for (const hear of hearers) hear(news);
}

/**
 * Hears what happened, as it came: several signals at once, with the rows of their tickets. What shows an answer that was
 * asked for at some moment hears what was said `since` then first.
 */
export function useNews(hear: (news: TicketNews) => void, since: number | null = null): void {
  const latest = useRef(hear);
  latest.current = hear;
  const from = useRef(since);
  useEffect(() => {
    const listener = (news: TicketNews) => latest.current(news);
    hearers.add(listener);
    const begin = from.current;
    if (begin !== null) for (const { at, news } of lately) if (at >= begin) listener(news);
    return () => void hearers.delete(listener);
  }, []);
}

const readied = new Set<() => void>();

/** The stream stands (again). */
export function tellReady(): void {
  for (const hear of readied) hear();
}

/** Calls `hear` each time the stream stands, also after it was away. Returns how to stop. */
export function onReady(hear: () => void): () => void {
  readied.add(hear);
  return () => void readied.delete(hear);
}

/** Hears every signal of the workspace, each once. After `many` in news some were left out: see useNews. */
export const useSignals = (hear: (signal: LiveSignal) => void): void =>
  useNews(({ signals }) => signals.forEach(hear));
