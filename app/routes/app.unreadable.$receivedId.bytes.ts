import type { LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { openRaw } from "../channels/unreadable.server.ts";
import { AppError } from "../errors.ts";
import { disposition } from "../files/disposition.ts";
import { mayManageInbox } from "../team/roles.ts";

/** The whole of the raw input, to be saved. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  if (!mayManageInbox(agent.role)) throw new AppError("forbidden");
  const { bytes, size, receivedAt } = await openRaw(workspace, params.receivedId ?? "");
  return new Response(bytes, {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Length": String(size),
      "Content-Disposition": disposition(`raw-${receivedAt.toISOString().slice(0, 10)}.json`),
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "private, no-store, no-transform",
    },
  });
});
