// Messages that were taken back, by ticket: the thread no longer shows them, and the box has them again.
import { makeStore, useStore, type Store } from "../../../ui/store.ts";
import { giveBack, isStarted, taken as takenDraft, type TakenBack } from "./draft.ts";
import { draftOf } from "./kept-drafts.ts";
import { startWriting } from "./mode.ts";

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

export const rememberSent = (messageId: string, what: Omit<TakenBack, "draft">): void =>
  void sent.set(messageId, { ...what, draft: null });

/** What was sent as this message, if it was sent from here. */
export const recallSent = (messageId: string): TakenBack | undefined => sent.get(messageId);

/** Puts a message back into the box, and out of the thread. */
export function putBack(ticketId: string, messageId: string, what: TakenBack): void {
  const store = draftOf(ticketId, what.mode);
  const own = store.read();
  const above = isStarted(own);
  if (what.draft && (own.saved || !above)) {
    const { draft } = what;
    store.change(() => takenDraft(draft));
  } else
    store.change((now) => ({
      ...giveBack(now, what),
      ...(what.draft ? { revision: what.draft.revision } : {}),
    }));
  takenOf(ticketId).change(({ messageIds }) => ({ messageIds: [...messageIds, messageId], above }));
  startWriting(ticketId, what.mode);
}

/** A note that was deleted is out of the thread, too, and leaves the box alone. */
export const takeOut = (ticketId: string, messageId: string): void =>
  takenOf(ticketId).change((taken) => ({ ...taken, messageIds: [...taken.messageIds, messageId] }));

/** It was not to be. */
export const showAgain = (ticketId: string, messageId: string): void =>
  takenOf(ticketId).change((taken) => ({
    ...taken,
    messageIds: taken.messageIds.filter((id) => id !== messageId),
  }));

function takenOf(ticketId: string): Store<Taken> {
  if (typeof window === "undefined") return makeStore(NONE);
  const store = stores.get(ticketId) ?? makeStore(NONE);
  stores.set(ticketId, store);
  return store;
}
