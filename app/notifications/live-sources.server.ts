import type { Sources } from "../live/room.server.ts";
import { hasRole } from "../team/agents.server.ts";
import { noteOpen } from "../team/open-app.server.ts";
import { liveRows } from "../tickets/live-rows.server.ts";
import { expirePresence, leaveTab, readPresent } from "../tickets/presence.server.ts";
import { readEverybodys } from "./attention.server.ts";

/** What open pages are told, for whoever opens streams: live/ itself knows neither tickets nor bells. */
export const liveSources: Sources = {
  rows: liveRows,
  numbers: readEverybodys,
  present: readPresent,
  mayListen: hasRole,
  here: noteOpen,
  left: leaveTab,
  expire: expirePresence,
};
