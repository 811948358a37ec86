// The selection outlives opening tickets; each row hears only of itself.
import { useCallback, useSyncExternalStore } from "react";
import { listed } from "../../../ui/listed.ts";
import { makeStore, useStore } from "../../../ui/store.ts";
import { extendTo, has, NONE, of, toggle, type Selection } from "./selection.ts";

export const selection = makeStore<Selection>(NONE);

export const changeSelection = (query: string, next: (now: Selection) => Selection): void =>
  selection.change((now) => next(of(now, query)));

/** In or out; with shift everything since the last one. */
export const choose = (query: string, id: string, shift: boolean): void =>
  changeSelection(query, (now) => (shift ? extendTo : toggle)(now, id, listed.read()));

export function useChosen(query: string, id: string): boolean {
  const read = useCallback(() => has(of(selection.read(), query), id), [query, id]);
  return useSyncExternalStore(selection.subscribe, read, () => false);
}

export const useSelection = (query: string): Selection => of(useStore(selection, NONE), query);
