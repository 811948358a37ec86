// An event stream over one connection, read as it comes: who waits for an event hears when it was read.
import http from "node:http";
import { clock } from "../live/clock.ts";

export interface Events {
  /** when the next event came that says so, by clock(); Infinity when none does within ten seconds */
  next(says: (data: unknown) => boolean): Promise<number>;
  close(): void;
}

interface Waiting {
  says: (data: unknown) => boolean;
  come: (at: number) => void;
}

const PATIENCE = 10_000;

// Every open page keeps a connection of its own.
const agent = new http.Agent({ maxSockets: Infinity });

/** Opens one; resolves with its first event. Rejects on any answer but 200. */
export const openEvents = (
  url: string,
  {
    method = "GET",
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string },
): Promise<Events> =>
  new Promise((resolve, reject) => {
    const waiting = new Set<Waiting>();
    const request = http.request(url, { agent, method, headers }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`the stream answered ${response.statusCode}`));
      let text = "";
      response.setEncoding("utf8");
      response.on("error", () => undefined);
      response.on("data", (part: string) => {
        const at = clock();
        text += part;
        const events = text.split("\n\n");
        text = events.pop() ?? "";
        for (const event of events) {
          const data = /^event: \w+\ndata: (.*)$/m.exec(event)?.[1];
          if (!data) continue;
          const said: unknown = JSON.parse(data);
          for (const one of waiting) if (one.says(said)) one.come(at);
          resolve({ next, close: () => void request.destroy() });
        }
      });
    });
    const next: Events["next"] = (says) =>
      new Promise((resolve) => {
        const come = (at: number) => {
          clearTimeout(timer);
          waiting.delete(one);
          resolve(at);
        };
        const one: Waiting = { says, come };
        const timer = setTimeout(() => come(Infinity), PATIENCE);
        waiting.add(one);
      });
    request.on("error", reject);
    request.end(body);
  });
