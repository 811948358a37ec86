// What the views pane shows, for everything on the page that shows views.
import { createContext, useContext, useMemo } from "react";
import type { Numbers } from "../../../live/numbers.ts";
import { countsOf, type ViewCounts } from "../../../tickets/counts.ts";
import type { SavedView } from "../../../tickets/saved-view.ts";
import { useNumbers } from "../../../ui/live/numbers.ts";

export interface KnownViews {
  /** as they were when the list was read */
  counts: Numbers;
  saved: SavedView[];
  /** the name behind the customer filter */
  customer: string | null;
}

export const ViewsContext = createContext<KnownViews>({
  counts: { asOf: 0, values: {} },
  saved: [],
  customer: null,
});

export const useViews = (): KnownViews => useContext(ViewsContext);

/** The counts beside the views, kept current. */
export function useCounts(): ViewCounts {
  const numbers = useNumbers(useViews().counts);
  return useMemo(() => countsOf(numbers), [numbers]);
}
