// What has to outlive the component that shows it: a value outside React that components follow.
import { useSyncExternalStore } from "react";

export interface Store<T> {
  read: () => T;
  change: (next: (now: T) => T) => void;
  subscribe: (listener: () => void) => () => void;
}

export function makeStore<T>(start: T): Store<T> {
  let value = start;
  const listeners = new Set<() => void>();
  return {
    read: () => value,
    change: (next) => {
      value = next(value);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The value as it is now; `before` until the page has hydrated. */
export const useStore = <T>(store: Store<T>, before: T): T =>
  useSyncExternalStore(store.subscribe, store.read, () => before);
