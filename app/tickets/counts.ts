// The counts beside the views, out of the numbers that are kept (counts.server.ts). Pure: pages work them out too.
import { VIEWS, type View } from "./view.ts";

export interface ViewCounts {
  views: Record<View, number>;
  /** the inbox's, by store id and by channel */
  stores: Record<string, number>;
  channels: Record<string, number>;
  /** what this agent has not read of the inbox */
  unread: number;
}

/** By name: a view's, "mine", "store:…", "channel:…", and what makes "unread". */
export function countsOf(kept: Record<string, number>): ViewCounts {
  const group = (kind: string): Record<string, number> =>
    Object.fromEntries(
      Object.entries(kept)
        .filter(([name]) => name.startsWith(kind))
        .map(([name, value]) => [name.slice(kind.length), value]),
    );
  return {
    views: Object.fromEntries(VIEWS.map((view) => [view, kept[view] ?? 0])) as Record<View, number>,
    stores: group("store:"),
    channels: group("channel:"),
    unread: unreadOf(kept),
  };
}

/** Tickets in the inbox that a customer wrote in, without those this agent has read. */
export const unreadOf = ({ heard = 0, read = 0 }: Record<string, number>): number =>
  Math.max(0, heard - read);
