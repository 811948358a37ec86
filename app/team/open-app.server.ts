// Who has the app open. Pages keep a stream; the process that holds it writes the agent down, once a minute at most.
import { db } from "../db.server.ts";
import { later, MINUTE, now, SECOND } from "../lib/clock.ts";
import { log } from "../lib/log.server.ts";
import { once } from "../lib/once.server.ts";

/** With streams that beat every 15 s: a page that is open was written down this long ago at most, and a little. */
const OPEN_FOR = 90 * SECOND;

/** An agent's page is open. Costs nothing when that was written in the last minute, by this process or another. */
export function noteOpen(workspaceId: string, agentId: string): void {
  const written = once("open-apps", () => new Map<string, number>());
  const [at, last] = [now().getTime(), written.get(agentId) ?? 0];
  // Clocks may be put back.
  if (Math.abs(at - last) < MINUTE) return;
  if (written.size >= MOST) written.clear();
  written.set(agentId, at);
  writeOpen(workspaceId, agentId, new Date(at)).catch((error: unknown) => {
    written.delete(agentId);
    log.warn({ err: error }, "an open page is not counted");
  });
}

/** How many agents with a role have the app open at that moment. */
export const countOpen = (workspace: { id: string }, at: Date): Promise<number> =>
  db.agent.count({
    where: {
      workspaceId: workspace.id,
      role: { not: null },
      retiredAt: null,
      openAt: { gt: later(at, -OPEN_FOR) },
    },
  });

/** Agents a process remembers to have written down. */
const MOST = 10_000;

/** Other processes may hold pages of the same agent: the first of them that minute writes. */
const writeOpen = (workspaceId: string, agentId: string, at: Date) =>
  db.agent.updateMany({
    where: {
      workspaceId,
      id: agentId,
      OR: [{ openAt: null }, { openAt: { lte: later(at, -MINUTE) } }, { openAt: { gt: at } }],
    },
    data: { openAt: at },
  });
