// What the views pane shows, for everything on the page that shows views.
import { createContext, useContext } from "react";
import type { ViewCounts } from "../../../tickets/counts.server.ts";
import type { SavedView } from "../../../tickets/saved-view.ts";

export interface KnownViews {
  counts: ViewCounts | null;
  saved: SavedView[];
  /** the name behind the customer filter */
  customer: string | null;
}

export const ViewsContext = createContext<KnownViews>({ counts: null, saved: [], customer: null });

export const useViews = (): KnownViews => useContext(ViewsContext);
