// Server-sent events for an open page, written straight to its connection: authorised at opening, ended with the
// agent's access, dropped when the page does not keep up.
import type { ServerResponse } from "node:http";
import { log } from "../lib/log.server.ts";
import { listen } from "./hub.server.ts";
import type { LiveSignal } from "./news.ts";
import type { Sources } from "./room.server.ts";

export interface Listening {
  workspaceId: string;
  agentId: string;
  /** the browser's tab: whatever it showed is over when its stream ends */
  tab: string | null;
}

/** Below every proxy's idle limit we know of; also how a dead browser is noticed. */
const HEARTBEAT = 15_000;
const BEAT = Buffer.from(": still here\n\n");

/** How soon a page whose stream ended comes back, milliseconds. */
const COME_BACK = 1_000;

/** How long a stream lives at most: whoever comes back is asked who they are again. In beats, about half an hour. */
const LIFE = 120;

/** What may wait for a page that does not read. It comes back and reads everything anew, which is less. */
const MOST_UNREAD = 512 * 1024;

/** Streams events, `news` (News as JSON) and `numbers` (Numbers), until the page leaves. Resolves when the page has begun to listen. */
export async function streamNews(
  response: ServerResponse,
  { workspaceId, agentId, tab }: Listening,
  sources: Sources,
): Promise<void> {
  let open = true;
  let leave = (): void => undefined;
  const end = () => {
    if (!open) return;
    open = false;
    clearInterval(beat);
    leave();
    response.end();
  };
  const write = (bytes: Buffer | string) => {
    if (!open) return;
    response.write(bytes);
    if (response.writableLength <= MOST_UNREAD) return;
    log.info({ workspaceId, agentId }, "a page does not read its stream");
    end();
    response.destroy();
  };
  // Not all at the same moment.
  let beats = Math.floor(Math.random() * (LIFE / 4));
  const beat = setInterval(() => {
    if (++beats > LIFE) end();
    else {
      write(BEAT);
      sources.here(workspaceId, agentId);
    }
  }, HEARTBEAT);
  const gone = () => {
    // The page went: it was not we who ended the stream.
    if (open && tab) sources.left(workspaceId, agentId, tab).catch(failedToLeave);
    end();
  };
  response.on("close", gone);
  response.on("error", end);
  response.writeHead(200, {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store, no-transform",
    "X-Accel-Buffering": "no",
  });
  response.flushHeaders();
  // The page may have gone while we asked who it was.
  if (response.destroyed) return end();
  leave = await listen(
    workspaceId,
    {
      agentId,
      begin: (ready) => write(`retry: ${COME_BACK}\nevent: ready\ndata: ${JSON.stringify(ready)}\n\n`),
      hear: (bytes, signals) => {
        write(bytes);
        if (signals.some((signal) => losesAccess(signal, agentId))) end();
      },
      close: end,
    },
    sources,
  ).catch((error: unknown) => {
    // The page comes back by itself; a stream that can hear nothing must not look alive.
    log.warn({ err: error }, "no live updates");
    end();
    return () => undefined;
  });
  // Nor may they have lost their role before anybody here could hear of it.
  if (open && !(await sources.mayListen(workspaceId, agentId).catch(() => false))) end();
  if (open) sources.here(workspaceId, agentId);
  else leave();
}

const failedToLeave = (error: unknown) => log.warn({ err: error }, "a closed page is still shown as present");

/** After "uninstalled" those of the workspace's other stores come back at once. */
const losesAccess = ({ type, agentId: whose }: LiveSignal, agentId: string): boolean =>
  type === "uninstalled" || (type === "role-removed" && whose === agentId);
