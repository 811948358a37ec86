import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readRaw } from "../channels/unreadable.server.ts";
import { AppError } from "../errors.ts";
import { mayManageInbox } from "../team/roles.ts";

/** The beginning of the raw input, as text inside JSON: never a document of its own. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  if (!mayManageInbox(agent.role)) throw new AppError("forbidden");
  return json(await readRaw(workspace, params.receivedId ?? ""));
});
