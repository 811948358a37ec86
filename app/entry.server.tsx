// Turns a page into a streamed document, with the headers that let Shopify admin frame it.
import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { allowSandboxFrame } from "./frame.server.ts";
import { log } from "./lib/log.server.ts";
import { addDocumentResponseHeaders } from "./shopify.server.ts";

const GIVE_UP = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
): Promise<Response> {
  addDocumentResponseHeaders(request, headers);
  allowSandboxFrame({ headers });
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Promise((resolve, reject) => {
    let answered = false;
    let answerStatus = status;
    const page = <RemixServer context={remixContext} url={request.url} abortDelay={GIVE_UP} />;
    const { pipe, abort } = renderToPipeableStream(page, {
      onShellReady() {
        answered = true;
        const body = new PassThrough();
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answerStatus }));
        pipe(body);
      },
      onShellError: reject,
      onError(error) {
        answerStatus = 500;
        if (answered) log.error({ err: error }, "page rendering");
      },
    });
    setTimeout(abort, GIVE_UP + 1_000).unref();
  });
}

/** Failures nobody expected. Expected ones are answers (auth.server.ts). */
export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted) return;
  log.error({ err: error, method: request.method, path: new URL(request.url).pathname }, "request failed");
}
