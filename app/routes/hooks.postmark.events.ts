import type { ActionFunctionArgs } from "@remix-run/node";
import { handled } from "../auth.server.ts";
import { requirePostmark } from "../clients/postmark-hook.server.ts";
import { readBody } from "../lib/body.server.ts";
import { noteProviderEvent } from "../mail/events.server.ts";
import { noteMailState } from "../tickets/delivery.server.ts";

const MOST_BYTES = 1024 * 1024;

/** Delivered, bounced, complained. 200 for what is none of ours too: asking again would change nothing. */
export const action = handled(async ({ request }: ActionFunctionArgs) => {
  requirePostmark(request);
  const body = (await readBody(request, MOST_BYTES)).toString("utf8");
  await noteProviderEvent(parse(body), noteMailState);
  return new Response(null, { status: 200 });
});

export const loader = () => new Response(null, { status: 405, headers: { Allow: "POST" } });

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
