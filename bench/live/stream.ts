// One open page: its event stream, when each signal came, and what a page asks for because of it.
import http from "node:http";
import type { News } from "../../app/live/news.ts";
import { inTurn, turnOfCounts } from "../../app/ui/live/turn.ts";
import { clock } from "./clock.ts";
import type { Tokens } from "./tokens.ts";

export interface Stream {
  /** when the signal with this id came, by clock() */
  heard: Map<string, number>;
  close(): void;
}

// Every open page of every agent keeps a connection of its own.
const agent = new http.Agent({ maxSockets: Infinity });
const asking = new http.Agent({ keepAlive: true, maxSockets: 100 });

/** What each page reads again some time after news: use-live-counts.ts, use-waiting.ts. */
const ASKED = ["/app/counts", "/app/waiting"];

/** Opens the stream as the page does; resolves when signals can no longer be missed. Rejects on any answer but 200. */
export async function openStream(appUrl: string, tokens: Tokens): Promise<Stream> {
  const headers = { Authorization: `Bearer ${await tokens()}`, Accept: "text/event-stream" };
  const asks = askInTurn(appUrl, tokens);
  return new Promise((resolve, reject) => {
    const request = http.get(`${appUrl}/app/live`, { agent, headers }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`the stream answered ${response.statusCode}`));
      const heard = new Map<string, number>();
      const close = () => {
        asks.stop();
        request.destroy();
      };
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
          const news = JSON.parse(told) as News;
          for (const { id } of news.signals) heard.set(id, at);
          asks.hear(news);
        }
      });
    });
    request.on("error", reject);
  });
}

function askInTurn(appUrl: string, tokens: Tokens): { hear: (news: News) => void; stop: () => void } {
  const timers = new Map<string, NodeJS.Timeout>();
  const ask = async (path: string) => {
    const headers = { Authorization: `Bearer ${await tokens()}` };
    http
      .get(`${appUrl}${path}`, { agent: asking, headers }, (response) => {
        response.resume();
        response.on("end", () => timers.delete(path));
      })
      .on("error", () => undefined);
  };
  return {
    hear({ listeners }) {
      for (const path of ASKED)
        if (!timers.has(path))
          timers.set(
            path,
            setTimeout(() => void ask(path), inTurn(turnOfCounts(listeners), Math.random())),
          );
    },
    stop: () => timers.forEach((timer) => clearTimeout(timer)),
  };
}
