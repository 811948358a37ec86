import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readWaiting } from "../notifications/attention.server.ts";

/** What the navigation says: how much is unread, and how often the bell has rung. */
export const loader = handled(async ({ request }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  return json(await readWaiting(workspace, agent));
});
