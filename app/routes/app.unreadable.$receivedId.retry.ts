import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { retryUnreadable } from "../channels/unreadable.server.ts";
import { AppError } from "../errors.ts";
import { mayManageInbox } from "../team/roles.ts";

/** Reads a raw input once more. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  if (!mayManageInbox(agent.role)) throw new AppError("forbidden");
  await retryUnreadable(workspace, params.receivedId ?? "", { by: { kind: "agent", id: agent.id } });
  return json({ ok: true });
});
