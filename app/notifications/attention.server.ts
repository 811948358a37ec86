import { readCounts } from "../tickets/counts.server.ts";
import { countRinging } from "./bell.server.ts";

/** How much waits for an agent's eyes: unread in the inbox, and unseen behind the bell. */
export interface Waiting {
  unread: number;
  ringing: number;
}

export async function readWaiting(workspace: { id: string }, agent: { id: string }): Promise<Waiting> {
  const [{ unread }, ringing] = await Promise.all([
    readCounts(workspace, agent),
    countRinging(workspace, agent),
  ]);
  return { unread, ringing };
}
