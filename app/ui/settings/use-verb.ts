// One thing asked of the server: busy while it lasts, its refusal kept until the next try.
import { useState } from "react";
import { useLive } from "../live/live.tsx";
import { callVerb, type VerbFailure } from "../verb.ts";

export interface Verb {
  busy: boolean;
  failure: VerbFailure | null;
  /** its answer; null when it was refused */
  ask: <T>(method: "POST" | "DELETE", path: string, fields?: Record<string, string>) => Promise<T | null>;
}

export function useVerb(): Verb {
  const { refresh } = useLive();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  return {
    busy,
    failure,
    ask: async <T>(method: "POST" | "DELETE", path: string, fields?: Record<string, string>) => {
      setBusy(true);
      setFailure(null);
      const result = await callVerb<T>(method, path, fields);
      setBusy(false);
      if (!result.ok) setFailure(result);
      refresh();
      return result.ok ? result.data : null;
    },
  };
}
