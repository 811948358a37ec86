// Shows what the agent did at once; the server's word replaces it when it comes, and a failure takes it back.
import { useEffect, useState } from "react";
import { useLive } from "../../ui/live/live.tsx";
import { callVerb, type VerbFailure } from "../../ui/verb.ts";

export interface Optimistic<T> {
  value: T;
  failure: VerbFailure | null;
  /** shows `next`, asks the server, returns whether it agreed */
  change: (next: T, method: "POST" | "DELETE", path: string) => Promise<boolean>;
  forget: () => void;
}

export function useOptimistic<T>(known: T): Optimistic<T> {
  const { refresh } = useLive();
  const [wished, setWished] = useState<{ value: T } | null>(null);
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  // The server has said something new: that is what holds.
  useEffect(() => setWished(null), [known]);
  return {
    value: wished ? wished.value : known,
    failure,
    change: async (next, method, path) => {
      setWished({ value: next });
      setFailure(null);
      const result = await callVerb(method, path);
      if (!result.ok) {
        setWished(null);
        setFailure(result);
      }
      refresh();
      return result.ok;
    },
    forget: () => setFailure(null),
  };
}
