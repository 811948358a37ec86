// Server-sent events for an open inbox: authorised at opening, ended with the agent's access.
import { log } from "../lib/log.server.ts";
import { listen } from "./hub.server.ts";
import type { LiveSignal } from "./publish.server.ts";

/** Below every proxy's idle limit we know of; also how a dead browser is noticed. */
const HEARTBEAT = 15_000;

/** How soon a page whose stream ended comes back, milliseconds. */
const COME_BACK = 1_000;

/**
 * A stream of `signal` events (LiveSignal as JSON; the event row's id is the event id). It says only that
 * something changed: the page then reads again, so nothing can be missed or shown twice.
 */
export async function streamSignals(
  request: Request,
  who: { workspace: { id: string }; agent: { id: string } },
): Promise<Response> {
  const encoder = new TextEncoder();
  let end = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      let open = true;
      const write = (text: string) => {
        if (open) controller.enqueue(encoder.encode(text));
      };
      let leave = (): void => undefined;
      const beat = setInterval(() => write(": still here\n\n"), HEARTBEAT);
      end = () => {
        if (!open) return;
        open = false;
        clearInterval(beat);
        leave();
        try {
          controller.close();
        } catch {
          // The reader has gone already.
        }
      };
      request.signal.addEventListener("abort", end);
      // The page may have gone while we asked who it was.
      if (request.signal.aborted) end();
      leave = await listen(who.workspace.id, {
        hear: (signal) => {
          write(`id: ${signal.id}\nevent: signal\ndata: ${JSON.stringify(signal)}\n\n`);
          if (losesAccess(signal, who.agent.id)) end();
        },
        close: end,
      }).catch((error: unknown) => {
        // The page comes back by itself; a stream that can hear nothing must not look alive.
        log.warn({ err: error }, "no live updates");
        end();
        return () => undefined;
      });
      if (open) write(`retry: ${COME_BACK}\nevent: ready\ndata: {}\n\n`);
      else leave();
    },
    cancel: () => end(),
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}

const losesAccess = (signal: LiveSignal, agentId: string): boolean =>
  signal.type === "role-removed" && signal.agentId === agentId;
