// Replies that were taken back, by ticket: the thread no longer shows them, and the reply box has them again.
import { makeStore, useStore, type Store } from "../../../ui/store.ts";
import { giveBack, isStarted, type TakenBack } from "./draft.ts";
import { draftOf } from "./kept-drafts.ts";

export interface Taken {
  messageIds: readonly string[];
  /** the last one came back above something that was written since */
  above: boolean;
}

const NONE: Taken = { messageIds: [], above: false };
const stores = new Map<string, Store<Taken>>();
/** What this page has sent, should the answer to taking it back get lost. */
const sent = new Map<string, TakenBack>();

/** What has been taken back on this ticket since the page was opened. */
export const useTaken = (ticketId: string): Taken => useStore(takenOf(ticketId), NONE);

export const rememberSent = (messageId: string, what: TakenBack): void => void sent.set(messageId, what);

/** What was sent as this message, if it was sent from here. */
export const recallSent = (messageId: string): TakenBack | undefined => sent.get(messageId);

/** Puts a reply back into the reply box, and out of the thread. */
export function putBack(ticketId: string, messageId: string, what: TakenBack): void {
  const draft = draftOf(ticketId);
  const above = isStarted(draft.read());
  draft.change((now) => giveBack(now, what));
  takenOf(ticketId).change(({ messageIds }) => ({ messageIds: [...messageIds, messageId], above }));
}

function takenOf(ticketId: string): Store<Taken> {
  if (typeof window === "undefined") return makeStore(NONE);
  const store = stores.get(ticketId) ?? makeStore(NONE);
  stores.set(ticketId, store);
  return store;
}
