// Who is looking at what in one workspace, kept up by signals. Pure.
import type { LiveSignal, Present } from "./news.ts";

/** By ticket and agent. */
export type PresentNow = Map<string, Present>;

export const presentNow = (present: readonly Present[]): PresentNow =>
  new Map(present.map((one) => [keyOf(one), one]));

/** Takes a presence signal in; others change nothing. */
export function hearPresence(present: PresentNow, { type, ticketId, agentId, state }: LiveSignal): void {
  if (type !== "presence" || !ticketId || !agentId || !state) return;
  if (state === "gone") present.delete(keyOf({ ticketId, agentId }));
  else present.set(keyOf({ ticketId, agentId }), { ticketId, agentId, state });
}

const keyOf = ({ ticketId, agentId }: { ticketId: string; agentId: string }): string =>
  `${ticketId} ${agentId}`;
