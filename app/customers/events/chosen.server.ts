// Which of customers' events an agent looks at: theirs, on every customer's page.
import { db } from "../../db.server.ts";
import { readMetrics, type Metric } from "./metrics.ts";

interface Who {
  workspaceId: string;
  agentId: string;
}

export async function chosenMetrics({ workspaceId, agentId }: Who): Promise<Metric[]> {
  const agent = await db.agent.findUnique({
    where: { workspaceId_id: { workspaceId, id: agentId } },
    select: { eventMetrics: true },
  });
  return readMetrics(Array.isArray(agent?.eventMetrics) ? agent.eventMetrics.join(",") : null);
}

/** None chosen: all of them. */
export async function chooseMetrics({ workspaceId, agentId }: Who, metrics: Metric[]): Promise<void> {
  await db.agent.updateMany({ where: { workspaceId, id: agentId }, data: { eventMetrics: metrics } });
}
