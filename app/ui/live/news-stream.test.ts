// A real HTTP server that streams, stops, repeats itself and refuses.
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { followNews, pauseAfter } from "./news-stream.ts";

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

const signal = (id: string) =>
  `event: news\ndata: ${JSON.stringify({ signals: [{ workspaceId: "w", id, type: "message-received" }], rows: [] })}\n\n`;

/** Serves the given answers one connection after the other, the last one for all that follow. */
async function follow(...answers: ((response: ServerResponse) => void)[]) {
  let connections = 0;
  const server = createServer((_request, response) => {
    answers[Math.min(connections++, answers.length - 1)]?.(response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const heard: string[] = [];
  const stop = followNews(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
    onNews: ({ signals }) => heard.push(...signals.map(({ id }) => id)),
    onNumbers: ({ asOf }) => heard.push(`numbers ${asOf}`),
    onReady: () => heard.push("open"),
    onDown: () => heard.push("down"),
  });
  closing.push(() => {
    stop();
    server.closeAllConnections();
    server.close();
  });
  return { heard, stop, connections: () => connections };
}

const streaming =
  (...events: string[]) =>
  (response: ServerResponse) => {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    response.write("event: ready\ndata: {}\n\n");
    for (const event of events) response.write(event);
  };
const ending =
  (...events: string[]) =>
  (response: ServerResponse) => {
    streaming(...events)(response);
    response.end();
  };

test("signals arrive in order, cut anywhere, comments ignored", async () => {
  const [first, second] = [signal("a"), signal("b")];
  const { heard } = await follow(streaming(": hello\n\n", first.slice(0, 20), first.slice(20) + second));
  await expect.poll(() => heard).toEqual(["open", "a", "b"]);
});

test("numbers arrive beside the news", async () => {
  const numbers = `event: numbers\ndata: ${JSON.stringify({ asOf: 7, values: { inbox: 1 } })}\n\n`;
  const { heard } = await follow(streaming(signal("a") + numbers));
  await expect.poll(() => heard).toEqual(["open", "a", "numbers 7"]);
});

test("after a cut the stream is opened again, and a signal heard before is heard once", async () => {
  const { heard } = await follow(ending("retry: 20\n\n", signal("a")), streaming(signal("a"), signal("b")));
  await expect.poll(() => heard).toEqual(["open", "a", "down", "open", "b"]);
});

test("a refused stream is tried again", async () => {
  const refuse = (response: ServerResponse) => response.writeHead(503).end();
  const { heard } = await follow(refuse, streaming(signal("a")));
  await expect.poll(() => heard, { timeout: 5000 }).toEqual(["down", "open", "a"]);
});

test("once stopped it says and asks nothing more", async () => {
  const { heard, stop, connections } = await follow(ending("retry: 10\n\n"));
  await expect.poll(() => connections()).toBeGreaterThan(1);
  stop();
  // What was on its way arrives.
  await new Promise((later) => setTimeout(later, 100));
  const [said, asked] = [heard.length, connections()];
  await new Promise((later) => setTimeout(later, 100));
  expect([heard.length, connections()]).toEqual([said, asked]);
});

test("pauses double up to a limit and are never the same for everybody", () => {
  expect([0, 1, 2, 3].map((failures) => pauseAfter(failures, 0.5))).toEqual([500, 1000, 2000, 4000]);
  expect(pauseAfter(50, 0.999)).toBeLessThan(22_500);
  expect(pauseAfter(0, 0)).toBe(250);
});
