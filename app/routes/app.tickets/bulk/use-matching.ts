import { useEffect, useState } from "react";
import { callVerb } from "../../../ui/verb.ts";

/** How many tickets a list means, asked for when `wanted`; null until it is known, or when it takes too long to say. */
export function useMatching(query: string, wanted: boolean): number | null {
  const [known, setKnown] = useState<{ query: string; number: number | null } | null>(null);
  useEffect(() => {
    if (!wanted) return setKnown(null);
    let current = true;
    void callVerb<{ number: number | null }>("GET", `/app/bulk/count?${query}`).then((answer) => {
      if (current && answer.ok) setKnown({ query, number: answer.data.number });
    });
    return () => {
      current = false;
    };
  }, [query, wanted]);
  return known?.query === query ? known.number : null;
}
