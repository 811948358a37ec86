// The macros this agent can use, loaded once and looked at again when they are needed: searching waits for nothing.
import { useCallback, useEffect, useState } from "react";
import type { Macro } from "../../tickets/macros/macro.ts";
import { makeStore, useStore } from "../store.ts";
import { callVerb } from "../verb.ts";
import { searchable, type Searchable } from "./search.ts";

/** null: not loaded yet */
const known = makeStore<readonly Searchable[] | null>(null);

export interface KnownMacros {
  macros: readonly Searchable[] | null;
  failed: boolean;
  retry: () => void;
}

/** All of them, refreshed each time the caller appears. */
export function useMacros(): KnownMacros {
  const macros = useStore(known, null);
  const [failed, setFailed] = useState(false);
  const load = useCallback(() => {
    setFailed(false);
    void callVerb<Macro[]>("GET", "/app/macros").then((result) => {
      if (result.ok) known.change(() => result.data.map(searchable));
      else setFailed(true);
    });
  }, []);
  useEffect(load, [load]);
  return { macros, failed: failed && !macros, retry: load };
}

/** Counts a use here at once, and there when it arrives: nobody waits for it. */
export function rememberUse(macro: Macro, at: Date): void {
  const used = { ...macro, usedCount: macro.usedCount + 1, usedAt: at.toISOString() };
  known.change(
    (now) => now?.map((one) => (one.macro.id === macro.id ? { ...one, macro: used } : one)) ?? null,
  );
  void callVerb("POST", `/app/macros/${macro.id}/use`);
}
