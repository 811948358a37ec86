// One open page: its event stream, read as the page reads it, and when each signal came. It asks for nothing because of
// it: rows and numbers are in the stream.
import http from "node:http";
import type { News } from "../../app/live/news.ts";
import { clock } from "./clock.ts";
import type { Tokens } from "./tokens.ts";

export interface Stream {
  /** when the signal with this id came, by clock() */
  heard: Map<string, number>;
  close(): void;
}

// Every open page of every agent keeps a connection of its own.
const agent = new http.Agent({ maxSockets: Infinity });

/** Opens the stream as the page does; resolves when signals can no longer be missed. Rejects on any answer but 200. */
export async function openStream(appUrl: string, tokens: Tokens): Promise<Stream> {
  const headers = { Authorization: `Bearer ${await tokens()}`, Accept: "text/event-stream" };
  return new Promise((resolve, reject) => {
    const request = http.get(`${appUrl}/app/live`, { agent, headers }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`the stream answered ${response.statusCode}`));
      const heard = new Map<string, number>();
      const close = () => void request.destroy();
      let text = "";
      response.setEncoding("utf8");
      response.on("error", () => undefined);
      response.on("data", (part: string) => {
        const at = clock();
        text += part;
        const events = text.split("\n\n");
        text = events.pop() ?? "";
        for (const event of events) {
          if (/^event: ready$/m.test(event)) resolve({ heard, close });
          const told = /^event: news\ndata: (.*)$/m.exec(event)?.[1];
          if (!told) continue;
          for (const { id } of (JSON.parse(told) as News).signals) heard.set(id, at);
        }
      });
    });
    request.on("error", reject);
  });
}
