// One open page: its event stream, and when each signal came.
import http from "node:http";
import type { News } from "../../app/live/news.ts";

export interface Stream {
  /** when the signal with this id came, by performance.now() */
  heard: Map<string, number>;
  close(): void;
}

// Every open page of every agent keeps a connection of its own.
const agent = new http.Agent({ maxSockets: Infinity });

/** Opens the stream as the page does; resolves when signals can no longer be missed. Rejects on any answer but 200. */
export const openStream = (appUrl: string, sessionToken: string): Promise<Stream> =>
  new Promise((resolve, reject) => {
    const headers = { Authorization: `Bearer ${sessionToken}`, Accept: "text/event-stream" };
    const request = http.get(`${appUrl}/app/live`, { agent, headers }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`the stream answered ${response.statusCode}`));
      const heard = new Map<string, number>();
      const stream = { heard, close: () => request.destroy() };
      let text = "";
      response.setEncoding("utf8");
      response.on("error", () => undefined);
      response.on("data", (part: string) => {
        const at = performance.now();
        text += part;
        const events = text.split("\n\n");
        text = events.pop() ?? "";
        for (const event of events) {
          if (/^event: ready$/m.test(event)) resolve(stream);
          const news = /^event: news\ndata: (.*)$/m.exec(event)?.[1];
          if (news) for (const { id } of (JSON.parse(news) as News).signals) heard.set(id, at);
        }
      });
    });
    request.on("error", reject);
  });
