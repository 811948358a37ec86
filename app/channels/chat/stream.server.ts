// Server-sent events for a visitor's tab, written straight to its connection: it reads on from its cursor, so a stream
// may end at any time, and is dropped when nobody reads it.
import type { ServerResponse } from "node:http";
import { log } from "../../lib/log.server.ts";
import { once } from "../../lib/once.server.ts";
import { listenToChat, type Listener } from "./audience.server.ts";
import { FOR_ALL, refusalOf } from "./door.server.ts";
import { demandRoom } from "./limits.server.ts";
import type { Asking } from "./place.ts";
import type { News } from "./protocol.ts";
import { demandVisitor, read } from "./verbs.server.ts";
import { notePageClosed } from "./whereabouts.server.ts";

/** Below every proxy's idle limit we know of; also how a dead browser is noticed. */
const HEARTBEAT = 15_000;
const BEAT = ": still here\n\n";
/** How soon a tab whose stream ended comes back, milliseconds. */
const COME_BACK = 1_000;
/** In beats, about half an hour: whoever comes back shows their token again. */
const LIFE = 120;
/** What may wait for a tab that does not read. */
const MOST_UNREAD = 128 * 1024;

interface Open {
  beats: number;
  beat(): void;
  end(): void;
}

/** Streams "state" events (News as JSON) to whoever's token is in the body, until they leave. Answers refusals itself. */
export async function streamChat(response: ServerResponse, body: string, asking: Asking): Promise<void> {
  const opened = await enter(body, asking).catch((error: unknown) => {
    const { status, refusal } = refusalOf(error);
    response.writeHead(status, { ...FOR_ALL, "Content-Type": "application/json; charset=utf-8" });
    response.end(JSON.stringify(refusal));
    return null;
  });
  if (!opened) return;
  const { visitor, cursor } = opened;
  let leave = (): void => undefined;
  let isOpen = true;
  const end = () => {
    if (!isOpen) return;
    isOpen = false;
    streams().delete(open);
    leave();
    response.end();
  };
  const write = (text: string) => {
    if (!isOpen) return;
    response.write(text);
    if (response.writableLength <= MOST_UNREAD) return;
    end();
    response.destroy();
  };
  // Not all at the same moment.
  const open: Open = { beats: Math.floor(Math.random() * (LIFE / 4)), beat: () => write(BEAT), end };
  const listener: Listener = {
    cursor,
    tell: (news: News) => write(`event: state\ndata: ${JSON.stringify(news)}\n\n`),
    close: end,
  };
  response.on("close", () => {
    // The page went: it was not we who ended the stream.
    if (isOpen)
      notePageClosed(visitor).catch((error: unknown) =>
        log.warn({ err: error }, "a closed page is still shown"),
      );
    end();
  });
  response.on("error", end);
  response.writeHead(200, {
    ...FOR_ALL,
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store, no-transform",
    "X-Accel-Buffering": "no",
  });
  response.flushHeaders();
  if (response.destroyed) return end();
  streams().add(open);
  write(`retry: ${COME_BACK}\n\n`);
  leave = await listenToChat(visitor, listener, asking).catch((error: unknown) => {
    // The tab comes back by itself; a stream that can hear nothing must not look alive.
    log.warn({ err: error }, "no live chat");
    end();
    return () => undefined;
  });
  if (!isOpen) leave();
}

async function enter(body: string, asking: Asking) {
  const parsed = parse(body);
  const visitor = await demandVisitor(parsed, asking);
  demandRoom("open", visitor.id);
  return { visitor, cursor: read("stream", parsed).cursor };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** All of this process; one timer beats for all. */
const streams = (): Set<Open> =>
  once("chat-streams", () => {
    const open = new Set<Open>();
    setInterval(() => {
      for (const one of open) {
        if (++one.beats > LIFE) one.end();
        else one.beat();
      }
    }, HEARTBEAT).unref();
    return open;
  });
