import type { ActionFunctionArgs } from "@remix-run/node";
import { handled } from "../auth.server.ts";
import { acceptRequest } from "../channels/email/accept.server.ts";
import { requirePostmark } from "../clients/postmark-hook.server.ts";

/** Postmark's own limit is 35 MB of attachments: about 50 MB of JSON, and the raw mail again beside it. */
const MOST_BYTES = 110 * 1024 * 1024;

/** An e-mail for one of our addresses. Exactly 200 once it is stored: Postmark retries anything else. */
export const action = handled(async ({ request }: ActionFunctionArgs) => {
  requirePostmark(request);
  await acceptRequest(request, MOST_BYTES);
  return new Response(null, { status: 200 });
});

export const loader = () => new Response(null, { status: 405, headers: { Allow: "POST" } });
