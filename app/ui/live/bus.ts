// What the page's one stream says, passed on to whoever wants to hear it.
import { useEffect, useRef } from "react";
import type { LiveSignal, News } from "../../live/news.ts";
import type { TicketRow } from "../../tickets/row.server.ts";

export type TicketNews = News<TicketRow>;

const hearers = new Set<(news: TicketNews) => void>();

/** Passes on what the stream said. */
export function tellNews(news: TicketNews): void {
  for (const hear of hearers) hear(news);
}

/** Hears what happened, as it came: several signals at once, with the rows of their tickets. */
export function useNews(hear: (news: TicketNews) => void): void {
  const latest = useRef(hear);
  latest.current = hear;
  useEffect(() => {
    const listener = (news: TicketNews) => latest.current(news);
    hearers.add(listener);
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
