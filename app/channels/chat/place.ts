// Where a visitor's word comes from. Pure.
import type { Availability } from "./protocol.ts";

/** The store, as the proxy's signature or the visitor's token names it. */
export interface Place {
  workspaceId: string;
  storeId: string;
}

/** What a verb may want to know of the request, beside its body. */
export interface Asking {
  /** the visitor's network address, as the proxies we trust say; null: nobody says */
  address: string | null;
  /** whether a chat can be taken now: routes know, channels do not */
  availability(place: Place): Promise<Availability>;
}
