// The web process: express in front of the Remix build. ROLE=all (the default) runs the worker beside it.
import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express, { type ErrorRequestHandler } from "express";
import { env } from "./app/env.server.ts";
import { log } from "./app/lib/log.server.ts";
import { closeHub } from "./app/live/hub.server.ts";
import { openQueue } from "./app/jobs/queue.server.ts";
import { stopOnSignal } from "./app/lib/stop.server.ts";
import { startWorker } from "./worker.ts";

/** Serves until told to stop. */
async function serve(): Promise<void> {
  const build = await import("./build/server/index.js" as string);
  const app = express();
  app.disable("x-powered-by");
  // Express reads NODE_ENV by itself and shows stack traces when it is unset.
  app.set("env", env.NODE_ENV);
  app.set("trust proxy", env.TRUSTED_PROXIES);
  // Event streams must not wait in a compressor.
  app.use(
    compression({
      filter: (request, response) =>
        !request.path.startsWith("/app/live") && compression.filter(request, response),
    }),
  );
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

/** What never reached a route: an address or host no URL can have, a method nobody knows. */
const answerBrokenRequest: ErrorRequestHandler = (error: unknown, request, response, _next) => {
  const theirs =
    error instanceof URIError ||
    (error instanceof TypeError && /Invalid URL|HTTP method/.test(error.message));
  log[theirs ? "info" : "error"]({ err: error, path: request.path }, "request refused");
  if (response.headersSent) response.end();
  else response.status(theirs ? 400 : 500).end();
};

if (env.ROLE === "worker") stopOnSignal(await startWorker());
else await serve();
