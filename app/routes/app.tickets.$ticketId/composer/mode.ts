// Which of the three an agent writes on a ticket: remembered per ticket while the page is open.
import { DRAFT_MODES, type DraftMode } from "../../../tickets/drafts/draft.ts";
import { makeStore, type Store } from "../../../ui/store.ts";
import { isStarted } from "./draft.ts";
import { draftOf } from "./kept-drafts.ts";

export interface Chosen {
  mode: DraftMode;
  /** grows each time somebody asks to write: the cursor then goes to the text */
  asked: number;
}

export const REPLY: Chosen = { mode: DRAFT_MODES[0], asked: 0 };
const stores = new Map<string, Store<Chosen>>();

export function modeOf(ticketId: string): Store<Chosen> {
  if (typeof window === "undefined") return makeStore(REPLY);
  const store = stores.get(ticketId) ?? makeStore(REPLY);
  stores.set(ticketId, store);
  return store;
}

/** Begins to write, or goes on where it was left. What is written in the other modes stays there. */
export const startWriting = (ticketId: string, mode: DraftMode): void =>
  modeOf(ticketId).change(({ asked }) => ({ mode, asked: asked + 1 }));

/** Begins to pass on one message, or (null) the whole conversation. */
export function startForward(ticketId: string, messageId: string | null): void {
  draftOf(ticketId, "forward").change((now) => ({
    ...now,
    forwardedId: messageId,
    saved: now.saved && !isStarted(now),
  }));
  startWriting(ticketId, "forward");
}
