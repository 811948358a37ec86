// A choice that belongs to this browser: kept in its storage, shared by everything on the page that follows it.
import { makeStore, type Store } from "./store.ts";

/** A store that starts from what the browser kept. `read` says what a kept value means; null for nothing of ours. */
export function keptStore<T>(name: string, start: T, read: (kept: unknown) => T | null): Store<T> {
  const place = `samla.${name}`;
  const store = makeStore(recall(place, read) ?? start);
  store.subscribe(() => remember(place, store.read()));
  return store;
}

export const readBoolean = (kept: unknown): boolean | null => (typeof kept === "boolean" ? kept : null);

// Storage can be forbidden in a frame, or full; the choice then lives as long as the page.
function recall<T>(place: string, read: (kept: unknown) => T | null): T | null {
  if (typeof window === "undefined") return null;
  try {
    const kept = localStorage.getItem(place);
    return kept === null ? null : read(JSON.parse(kept));
  } catch {
    return null;
  }
}

function remember(place: string, value: unknown): void {
  try {
    localStorage.setItem(place, JSON.stringify(value));
  } catch {
    // The store has it.
  }
}
