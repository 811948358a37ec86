// A visitor's tab that listens, over real HTTP, as server.ts opens its stream.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "vitest";
import type { MessageView, News } from "../app/channels/chat/protocol.ts";
import { streamChat } from "../app/channels/chat/stream.server.ts";
import { closing } from "./watch.ts";

const OPEN = () => Promise.resolve({ state: "online" as const, backAt: null, usualMinutes: null });

/** A server that streams to whoever has a token; its port. */
async function serveChat(): Promise<number> {
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (part: string) => (body += part));
    request.on("end", () => void streamChat(response, body, { address: null, availability: OPEN }));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

export interface Tab {
  status: number;
  news: News[];
  /** all that was said to it, in the order it came */
  said: () => string[];
  cursor: () => string;
  ended: () => boolean;
  leave: () => void;
}

/** Opens a tab's stream and reads it until it ends. */
export async function openTab(token: string, { cursor = "0" }: { cursor?: string } = {}): Promise<Tab> {
  const at = await serveChat();
  const abort = new AbortController();
  closing.push(() => abort.abort());
  const response = await fetch(`http://127.0.0.1:${at}/widget/stream`, {
    method: "POST",
    body: JSON.stringify({ token, cursor, tab: "tab-0001" }),
    signal: abort.signal,
  });
  const news: News[] = [];
  let ended = false;
  const listen = async () => {
    const decoder = new TextDecoder();
    let text = "";
    for await (const part of response.body ?? []) {
      text += decoder.decode(part as Uint8Array, { stream: true });
      const events = text.split("\n\n");
      text = events.pop() ?? "";
      for (const event of events) {
        const data = /^event: state\ndata: (.*)$/.exec(event)?.[1];
        if (data) news.push(JSON.parse(data) as News);
      }
    }
  };
  void listen()
    .catch(() => undefined)
    .finally(() => (ended = true));
  if (response.ok) await expect.poll(() => news.length).toBeGreaterThan(0);
  return {
    status: response.status,
    news,
    said: () => news.flatMap(({ messages }: { messages: MessageView[] }) => messages.map(({ text }) => text)),
    cursor: () => news.at(-1)?.cursor ?? cursor,
    ended: () => ended,
    leave: () => abort.abort(),
  };
}
