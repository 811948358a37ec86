// Who stands behind the chat, as the panel shows them.
import { db } from "../../db.server.ts";
import { DAY, later, now } from "../../lib/clock.ts";
import type { Place } from "./place.ts";
import { viewFace } from "./view.server.ts";

const MOST = 3;

/** The agents who were here last. */
export async function readTeam({ workspaceId }: Place): Promise<{ name: string; picture: string | null }[]> {
  const agents = await db.agent.findMany({
    where: { workspaceId, role: { not: null }, retiredAt: null, lastSeenAt: { gt: later(now(), -30 * DAY) } },
    orderBy: { lastSeenAt: "desc" },
    select: { name: true, shownName: true, pictureKey: true },
    take: MOST,
  });
  return agents.map((agent) => viewFace({ workspaceId }, agent));
}
