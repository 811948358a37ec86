// Whether somebody can take a chat now, and if not, when they can.
import { db } from "../db.server.ts";
import { MINUTE } from "../lib/clock.ts";
import { once } from "../lib/once.server.ts";
import { countOpen } from "../team/open-app.server.ts";
import type { AvailabilityState } from "./chat-messages.ts";
import { isOpen, opensNext } from "./hours.ts";
import { readHours, type StoreRef } from "./read-hours.server.ts";
import { readUsualMinutes } from "./usual-minutes.server.ts";

export interface Available {
  state: AvailabilityState;
  /** ISO; closed: when it opens, null when that is not known */
  backAt: string | null;
  /** how long a first answer usually takes, null when there were too few lately to say */
  usualMinutes: number | null;
}

/** More visitors than this waiting for each agent who is there: the next would not be answered soon. */
const MOST_WAITING_EACH = 4;

/** closed: outside office hours. online: somebody has the app open, and few wait. busy: neither. */
export async function availabilityOf({ workspaceId, id }: StoreRef, at: Date): Promise<Available> {
  const store = { workspaceId, id };
  const hours = await readHours(db, store);
  if (!isOpen(hours, at))
    return { state: "closed", backAt: opensNext(hours, at)?.toISOString() ?? null, usualMinutes: null };
  const [here, waiting, usualMinutes] = await Promise.all([
    countOpen({ id: workspaceId }, at),
    db.chat.count({ where: { workspaceId, state: "waiting", offline: false }, take: 1000 }),
    usualLately(store, at),
  ]);
  const state = here && waiting <= here * MOST_WAITING_EACH ? "online" : "busy";
  return { state, backAt: null, usualMinutes };
}

/** It changes slowly, and every visitor who opens the chat is told. */
async function usualLately(store: StoreRef, at: Date): Promise<number | null> {
  const known = once("usual-minutes", () => new Map<string, { at: number; minutes: number | null }>());
  const key = `${store.workspaceId} ${store.id}`;
  const before = known.get(key);
  if (before && Math.abs(at.getTime() - before.at) < KEPT) return before.minutes;
  const minutes = await readUsualMinutes(store, at);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, { at: at.getTime(), minutes });
  return minutes;
}

const KEPT = 5 * MINUTE;
const MOST_KEPT = 5_000;
