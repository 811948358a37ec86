import type { Tx } from "../db.server.ts";
import { newId } from "../lib/id.ts";
import { OWN_NUMBERS, type LiveSignal } from "./news.ts";

export const LIVE_CHANNEL = "samla_live";

/** Tells all web processes, when (and only if) the transaction commits. */
export async function publish(tx: Tx, signal: LiveSignal): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${LIVE_CHANNEL}, ${JSON.stringify(signal)})`;
}

/** Tells an agent's own pages that their numbers changed, though nothing happened that others should hear of. */
export const publishOwnNumbers = (tx: Tx, workspace: { id: string }, agent: { id: string }): Promise<void> =>
  publish(tx, { workspaceId: workspace.id, id: newId(), type: OWN_NUMBERS, agentId: agent.id });
