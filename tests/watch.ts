// Open pages over real HTTP, as server.ts opens their streams: what they hear.
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect } from "vitest";
import type { LiveSignal, News } from "../app/live/news.ts";
import type { Numbers } from "../app/live/numbers.ts";
import type { Sources } from "../app/live/room.server.ts";
import { streamNews } from "../app/live/stream.server.ts";
import { liveSources } from "../app/notifications/live-sources.server.ts";
import type { TicketRow } from "../app/tickets/row.server.ts";

/** What ends with the test. */
export const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

export interface Watcher {
  heard: LiveSignal[];
  rows: TicketRow[];
  gone: string[];
  news: News<TicketRow>[];
  numbers: Numbers[];
  /** whether the stream has ended, by itself or because we left */
  ended: () => boolean;
  leave: () => void;
  /** everything that came, as text */
  text: () => string;
}

interface Who {
  workspace: { id: string };
  agent: { id: string };
}

/** A server that streams to everybody as to this agent. */
export async function serve({ workspace, agent }: Who, sources: Sources) {
  const streams: ServerResponse[] = [];
  const who = { workspaceId: workspace.id, agentId: agent.id, tab: null };
  const server = createServer((_, response) => {
    streams.push(response);
    void streamNews(response, who, sources);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, streams };
}

/** An open page: reads its stream until it ends. */
export async function watch(who: Who, sources: Sources = liveSources): Promise<Watcher> {
  const { port } = await serve(who, sources);
  const abort = new AbortController();
  const watcher: Watcher = {
    heard: [],
    rows: [],
    gone: [],
    news: [],
    numbers: [],
    ended: () => ended,
    leave: () => abort.abort(),
    text: () => text,
  };
  let text = "";
  let ended = false;
  closing.push(() => abort.abort());
  const response = await fetch(`http://127.0.0.1:${port}/`, { signal: abort.signal });
  expect(response.headers.get("Content-Type")).toContain("text/event-stream");
  expect(response.headers.get("Cache-Control")).toContain("no-store");
  const listen = async () => {
    const decoder = new TextDecoder();
    for await (const part of response.body ?? []) {
      text += decoder.decode(part as Uint8Array, { stream: true });
      const news = Array.from(
        text.matchAll(/event: news\ndata: (.*)\n\n/g),
        ([, data]) => JSON.parse(data ?? "") as News<TicketRow>,
      ).slice(watcher.news.length);
      watcher.news.push(...news);
      watcher.heard.push(...news.flatMap(({ signals }) => signals));
      watcher.rows.push(...news.flatMap(({ rows }) => rows));
      watcher.numbers = Array.from(
        text.matchAll(/event: numbers\ndata: (.*)\n\n/g),
        ([, data]) => JSON.parse(data ?? "") as Numbers,
      );
      watcher.gone.push(...news.flatMap(({ gone }) => gone));
    }
  };
  void listen()
    .catch(() => undefined)
    .finally(() => (ended = true));
  await expect.poll(() => text.includes("event: ready")).toBe(true);
  return watcher;
}
