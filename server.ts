// The web process: express in front of the Remix build. ROLE=all (the default) runs the worker beside it.
import { createRequestHandler } from "@remix-run/express";
import { createRequestHandler as createWebHandler, type ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type RequestHandler, type Response as Answer } from "express";
import { env } from "./app/env.server.ts";
import { availabilityOf } from "./app/automation/availability.server.ts";
import { streamChat } from "./app/channels/chat/stream.server.ts";
import { keptFor } from "./app/lib/kept-for.ts";
import { now, SECOND } from "./app/lib/clock.ts";
import { log } from "./app/lib/log.server.ts";
import { closeHub } from "./app/live/hub.server.ts";
import { streamNews, type Listening } from "./app/live/stream.server.ts";
import { openQueue } from "./app/jobs/queue.server.ts";
import { stopOnSignal } from "./app/lib/stop.server.ts";
import { liveSources } from "./app/notifications/live-sources.server.ts";
import { tabOf } from "./app/tickets/presence.ts";
import { startWorker } from "./worker.ts";

/** Serves until told to stop. */
async function serve(): Promise<void> {
  const build = (await import("./build/server/index.js" as string)) as ServerBuild;
  const app = express();
  app.disable("x-powered-by");
  // Express reads NODE_ENV by itself and shows stack traces when it is unset.
  app.set("env", env.NODE_ENV);
  app.set("trust proxy", env.TRUSTED_PROXIES);
  // Before the compressor: event streams must not wait in it.
  app.get("/app/live", openStream(build));
  app.post("/widget/stream", express.text({ type: () => true, limit: "2kb" }), openChat);
  app.use(compression());
  app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
  app.use(express.static("build/client", { maxAge: "1h" }));
  app.all("*", createRequestHandler({ build, mode: env.NODE_ENV }));
  app.use(answerBrokenRequest);
  const server = app.listen(env.PORT, env.HOST, () =>
    process.stdout.write(`samla listening http://${env.HOST}:${env.PORT}\n`),
  );
  server.on("error", (error) => {
    log.fatal({ err: error }, "cannot listen");
    process.exit(1);
  });
  await openQueue();
  const stopWorker = env.ROLE === "all" ? await startWorker() : async () => undefined;
  stopOnSignal(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    await closeHub();
    // Connections become idle as their streams and requests end; none is kept for another request.
    const closing = setInterval(() => server.closeIdleConnections(), 100);
    await Promise.all([closed, stopWorker()]);
    clearInterval(closing);
  });
}

/** Asks the page's own route who it is, and streams to it past Remix. */
function openStream(build: ServerBuild): RequestHandler {
  const ask = createWebHandler(build, env.NODE_ENV);
  return (request, response, next) => {
    const headers = Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as [string, string]] : [],
    );
    const url = new URL(request.originalUrl, env.SHOPIFY_APP_URL);
    ask(new Request(url, { headers }))
      .then(async (who) => {
        if (!who.ok) return await refuse(who, response);
        const listening = (await who.json()) as Pick<Listening, "workspaceId" | "agentId">;
        await streamNews(response, { ...listening, tab: tabOf(request.get("Samla-Tab")) }, liveSources);
      })
      .catch(next);
  };
}

/** A visitor's tab listens to their chat. The token in its body is all there is to know of them. */
const openChat: RequestHandler = (request, response, next) => {
  const body = typeof request.body === "string" ? request.body : "";
  streamChat(response, body, { address: request.ip ?? null, availability }).catch(next);
};

/** Every visitor who is told something is told this too; it need not be newer than a few seconds. */
const availability = keptFor(
  5 * SECOND,
  (place: { workspaceId: string; storeId: string }) => `${place.workspaceId} ${place.storeId}`,
  ({ workspaceId, storeId }) => availabilityOf({ workspaceId, id: storeId }, now()),
);

async function refuse(refusal: Response, response: Answer): Promise<void> {
  response.status(refusal.status);
  refusal.headers.forEach((value, name) => response.append(name, value));
  response.send(Buffer.from(await refusal.arrayBuffer()));
}

/** What never reached a route: an address or host no URL can have, a method nobody knows, a body that is too large. */
const answerBrokenRequest: ErrorRequestHandler = (error: unknown, request, response, _next) => {
  const status = statusOf(error);
  log[status < 500 ? "info" : "error"]({ err: error, path: request.path }, "request refused");
  if (response.headersSent) response.end();
  else response.status(status).end();
};

function statusOf(error: unknown): number {
  if (error instanceof URIError) return 400;
  if (error instanceof TypeError && /Invalid URL|HTTP method/.test(error.message)) return 400;
  // Express's body reader says what was wrong with the request.
  const { status } = error as { status?: unknown };
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
}

if (env.ROLE === "worker") stopOnSignal(await startWorker());
else await serve();
