// Several tabs of one shop: all hear the same, one of them listens to the server.

export interface Tabs<T> {
  /** Tells the other tabs. */
  tell(news: T): void;
  /**
   * Runs `work` in one tab at a time, this one's turn being given up by the signal; `now` takes it away from the tab
   * that has it. Resolves when the work is done, or taken away while it still goes on.
   */
  alone(name: string, work: () => Promise<void>, signal?: AbortSignal, now?: boolean): Promise<void>;
}

/** Joins the tabs of this shop. Where a browser knows no locks or channels, each tab is on its own. */
export function joinTabs<T>(shop: string, hear: (news: T) => void): Tabs<T> {
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(`samla-${shop}`) : null;
  if (channel) channel.onmessage = ({ data }) => hear(data as T);
  return {
    tell: (news) => channel?.postMessage(news),
    async alone(name, work, signal, now) {
      // Browsers lock over https only.
      if (!navigator.locks) return work();
      const options = now ? { steal: true } : { signal };
      await navigator.locks.request(`samla-${shop}-${name}`, options, work).catch(() => undefined);
    },
  };
}
