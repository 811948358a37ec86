import type { Tx } from "../db.server.ts";

/** What an open page is told: that something changed, never what. It asks for the rest itself. */
export interface LiveSignal {
  workspaceId: string;
  /** the event row that caused it, so that a page shows it once */
  id: string;
  type: string;
  ticketId?: string;
  agentId?: string;
}

export const LIVE_CHANNEL = "samla_live";

/** Tells all web processes, when (and only if) the transaction commits. */
export async function publish(tx: Tx, signal: LiveSignal): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${LIVE_CHANNEL}, ${JSON.stringify(signal)})`;
}
