import { useEffect, useState } from "react";
import { callVerb } from "../../../ui/verb.ts";
import { useViews } from "./views-context.tsx";

const AFTER = 400;

/** How many tickets the personal views hold: asked for once the page stands, and again when something has moved. */
export function useSavedCounts(): Record<string, number> {
  const { counts, saved } = useViews();
  const [known, setKnown] = useState<Record<string, number>>({});
  const moved = JSON.stringify([counts, saved.map(({ id, query }) => [id, query])]);
  useEffect(() => {
    if (!saved.length) return;
    let stale = false;
    const timer = setTimeout(() => {
      void callVerb<Record<string, number>>("GET", "/app/views/counts").then((answer) => {
        if (answer.ok && !stale) setKnown(answer.data);
      });
    }, AFTER);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what is in `saved` stands in `moved`
  }, [moved]);
  return known;
}
