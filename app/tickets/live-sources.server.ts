import type { Sources } from "../live/room.server.ts";
import { hasRole } from "../team/agents.server.ts";
import { liveRows } from "./live-rows.server.ts";
import { expirePresence, leaveTab, readPresent } from "./presence.server.ts";

/** What open pages are told of tickets, for whoever opens streams: live/ itself knows no tickets. */
export const liveSources: Sources = {
  rows: liveRows,
  present: readPresent,
  mayListen: hasRole,
  left: leaveTab,
  expire: expirePresence,
};
