import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { recordEvent } from "../events/record.server.ts";
import { readAlerts, type Alerts } from "./alerts.ts";

/** What an agent has set. Throws not-found. */
export async function alertsOf(workspace: { id: string }, agent: { id: string }): Promise<Alerts> {
  const row = await db.agent.findUnique({
    where: { workspaceId_id: { workspaceId: workspace.id, id: agent.id } },
    select: { alerts: true },
  });
  if (!row) throw new AppError("not-found");
  return readAlerts(row.alerts);
}

/** Changes them. The agent's other open pages hear of it. */
export const changeAlerts = (
  workspace: { id: string },
  agent: { id: string },
  alerts: Alerts,
): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.agent.updateMany({
      where: { workspaceId: workspace.id, id: agent.id },
      data: { alerts: { ...alerts } },
    });
    await recordEvent(tx, workspace.id, {
      type: "profile-changed",
      by: { kind: "agent", id: agent.id },
      agentId: agent.id,
      data: { agentId: agent.id, ...alerts },
    });
  });
