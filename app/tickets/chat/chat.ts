// A conversation on the storefront: when it ends by itself, when it goes on by e-mail, when it may be rated. Pure.
import { later, MINUTE } from "../../lib/clock.ts";

export type ChatState = "waiting" | "running" | "ended";
export type EndedBy = "visitor" | "agent" | "silence";

/** How long after our last reply what a visitor who is gone has not read is mailed to them. */
export const FOLLOW_UP_AFTER = 3 * MINUTE;

/** When it ends if nothing follows what one of us said. What waits for an answer never does: that silence is ours. */
export const silenceAfter = (
  said: Date,
  { offline }: { offline: boolean },
  silenceMinutes: number,
): Date | null => (offline ? null : later(said, silenceMinutes * MINUTE));

export interface Reachable {
  state: ChatState;
  offline: boolean;
  followedUpAt: Date | null;
  /** when the visitor's last page was closed; null while they are there */
  goneAt: Date | null;
  /** how their latest words came */
  lastCameBy: string | null;
}

/**
 * Whether an agent's reply reaches the visitor in the chat. Not once that is over; nor when they have left and the
 * conversation went on by e-mail: they answered there, or were mailed what they had not read.
 */
export function isAnsweredInChat({ state, offline, followedUpAt, goneAt, lastCameBy }: Reachable): boolean {
  if (state === "ended" || offline) return false;
  if (!goneAt) return true;
  return lastCameBy !== "email" && !(followedUpAt && followedUpAt >= goneAt);
}

/** Whether the last word is ours. */
export const isAnswered = (chat: { lastAgentAt: Date | null; lastVisitorAt: Date }): boolean =>
  chat.lastAgentAt !== null && chat.lastAgentAt >= chat.lastVisitorAt;

/**
 * Whether its visitor is asked how it was: once, of a conversation that somebody ended and one of us took part in. Never
 * of spam, and not of one that just fell silent: who left has no opinion to give.
 */
export const mayBeRated = (chat: {
  state: ChatState;
  endedBy: EndedBy | null;
  lastAgentAt: Date | null;
  ratedAt: Date | null;
  spam: boolean;
}): boolean =>
  chat.state === "ended" &&
  (chat.endedBy === "visitor" || chat.endedBy === "agent") &&
  chat.lastAgentAt !== null &&
  chat.ratedAt === null &&
  !chat.spam;
