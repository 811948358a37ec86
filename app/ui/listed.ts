// The tickets of the list beside the open one, in its order: what "next" and "previous" mean.
import { useEffect } from "react";
import { makeStore } from "./store.ts";

/** Ticket ids, as they stand in the list. */
export const listed = makeStore<readonly string[]>([]);

/** Says what the list shows; called by the list. */
export function useAnnounceListed(rows: readonly { id: string }[]): void {
  const order = rows.map(({ id }) => id).join(" ");
  useEffect(() => {
    listed.change(() => (order ? order.split(" ") : []));
  }, [order]);
}
