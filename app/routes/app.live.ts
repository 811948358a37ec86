import type { LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { streamSignals } from "../live/stream.server.ts";

/** Tells the open page that something changed. */
export const loader = handled(async ({ request }: LoaderFunctionArgs) =>
  streamSignals(request, await requireAgent(request)),
);
