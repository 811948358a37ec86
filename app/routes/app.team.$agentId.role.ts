import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { readForm } from "../lib/form.server.ts";
import { giveRole, removeRole } from "../team/agents.server.ts";
import { mayManageTeam, roleOf } from "../team/roles.ts";

/** POST gives or changes a role, DELETE takes it away. For owners. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  if (!mayManageTeam(agent.role)) throw new AppError("forbidden");
  const by = { kind: "agent", id: agent.id } as const;
  const agentId = params.agentId ?? "";
  if (request.method === "DELETE") {
    await removeRole(workspace, agentId, { by });
  } else {
    const role = roleOf((await readForm(request)).role);
    if (!role) throw new AppError("invalid", { fields: ["role"] });
    await giveRole(workspace, agentId, role, { by });
  }
  return json({ ok: true });
});
