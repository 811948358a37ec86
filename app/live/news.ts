// What an open page is told. Pure: pages and the server share it.

/** That something happened, never what was said: ids, and a word from a list of ours. */
export interface LiveSignal {
  workspaceId: string;
  /** the event row that caused it, so that a page acts on it once */
  id: string;
  /** an event's type (events/event.ts), "presence", or one that no agent's page hears: OWN_NUMBERS, FOR_VISITOR */
  type: string;
  ticketId?: string;
  agentId?: string;
  /** which of a store's orders was read anew: the number in its gid */
  orderId?: string;
  /** whose kept copy was read anew */
  customerId?: string;
  /** for whom in a storefront's chat there is something new to see */
  visitorId?: string;
  /** of a presence signal: what the agent does now, all their tabs together; of VISITOR_TYPING, the visitor */
  state?: PresenceState | "gone";
}

/** Says to the processes that an agent's own numbers changed, and nothing else: pages get the numbers alone. */
export const OWN_NUMBERS = "own-numbers";

/** Says to the processes that there is something new for a visitor of a storefront's chat; no agent's page hears it. */
export const FOR_VISITOR = "for-visitor";

/** The visitor of a ticket's chat came, left, went on to another page, or has read or received what we said. */
export const VISITOR_MOVED = "visitor-moved";

/** The visitor of a ticket's chat types (`state` typing), or stopped (gone). Said again every few seconds. */
export const VISITOR_TYPING = "visitor-typing";

export type PresenceState = "looking" | "typing";

/** Somebody who has a ticket before them. */
export interface Present {
  ticketId: string;
  agentId: string;
  state: PresenceState;
}

/** Says that an order of a store is not as it was. Pages that show it ask for it again; others need not. */
export const ORDER_READ = "order-read";

/** What happens often, and changes neither a ticket nor how many there are. */
export const QUIET = ["presence", ORDER_READ, VISITOR_MOVED, VISITOR_TYPING];

/** What happened within a few milliseconds, with what lists show of the tickets it happened to. */
export interface News<Row = unknown> {
  signals: LiveSignal[];
  rows: Row[];
  /** tickets that no list shows any more */
  gone: string[];
  /** more happened than is told here: everything has to be read again */
  many: boolean;
  /** how many pages hear this from the same process: they should not all ask it at once */
  listeners: number;
}

/** The first thing a stream says: from now on nothing is missed. */
export interface Ready {
  present: Present[];
  listeners: number;
}
