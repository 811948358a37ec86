// Keeps the server's draft up with this tab's: a moment after typing, one request at a time, never over what was
// written later elsewhere. It goes on when the agent looks at another ticket.
import { now as browserTime, SECOND } from "../../../lib/clock.ts";
import type { DraftMode, KeptDraft } from "../../../tickets/drafts/draft.ts";
import { makeStore, type Store } from "../../../ui/store.ts";
import type { VerbFailure } from "../../../ui/verb.ts";
import { isStarted, meet, sameWords, taken, type Draft } from "./draft.ts";
import { discard, post } from "./draft-requests.ts";
import { draftOf, freshDraft } from "./kept-drafts.ts";

export interface SyncState {
  /** quiet: nothing to say. unsaved: it stands in this tab only, and is tried again */
  state: "quiet" | "saving" | "saved" | "unsaved";
  /** what was written later elsewhere, until the agent has chosen */
  elsewhere: KeptDraft | null;
  /** the one they did not choose, until the next is sent */
  aside: Draft | null;
}

export interface Sync {
  store: Store<SyncState>;
  /** Saves now what is not saved. `leaving`: the page may be gone before the answer. */
  flush: (leaving?: boolean) => Promise<void>;
  /** What the server says it has. */
  meet: (kept: KeptDraft) => void;
  /** The server has none of this mode any more. */
  gone: () => void;
  keepMine: () => void;
  takeOther: () => void;
  /** Changes the chosen one for the other. */
  swap: () => void;
  /** It has become a message: begins a new one. */
  settle: () => void;
}

const QUIET: SyncState = { state: "quiet", elsewhere: null, aside: null };
/** After the last letter; and at the latest, however fast somebody types. */
const PAUSE = 0.8 * SECOND;
const LATEST = 4 * SECOND;
const AGAIN = 5 * SECOND;

const time = (): number => browserTime().getTime();

const syncs = new Map<string, Sync>();
/** Keys of what was sent or thrown away here: a page read earlier may still bring its draft. */
const settled = new Set<string>();

export function syncOf(ticketId: string, mode: DraftMode): Sync {
  const place = `${ticketId}.${mode}`;
  const sync = syncs.get(place) ?? makeSync(ticketId, mode);
  if (typeof window !== "undefined") syncs.set(place, sync);
  return sync;
}

function makeSync(ticketId: string, mode: DraftMode): Sync {
  const draft = draftOf(ticketId, mode);
  const store = makeStore(QUIET);
  const say = (some: Partial<SyncState>) => store.change((now) => ({ ...now, ...some }));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsavedSince = 0;
  let underWay: Promise<void> | null = null;

  const later = (pause: number) => {
    clearTimeout(timer);
    unsavedSince ||= time();
    timer = setTimeout(() => void flush(), Math.max(0, Math.min(pause, unsavedSince + LATEST - time())));
  };
  const again = () => {
    unsavedSince = 0;
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), AGAIN);
  };

  async function flush(leaving = false): Promise<void> {
    clearTimeout(timer);
    while (underWay) await underWay;
    const now = draft.read();
    if (now.saved || store.read().elsewhere) return;
    underWay = save(now, leaving).finally(() => (underWay = null));
    await underWay;
  }

  async function save(now: Draft, leaving: boolean): Promise<void> {
    unsavedSince = 0;
    say({ state: "saving" });
    if (!isStarted(now) && !now.revision) return noteSaved(now, 0);
    const result = isStarted(now)
      ? await post(ticketId, mode, now, leaving)
      : await discard(ticketId, mode, now, leaving);
    if (result.ok) noteSaved(now, result.revision);
    else refused(now, result.failure);
  }

  function noteSaved(sent: Draft, revision: number): void {
    if (draft.read().requestKey !== sent.requestKey) return say({ state: "quiet" });
    if (!revision) settled.add(sent.requestKey);
    draft.change((now) => {
      const key = revision ? now.requestKey : crypto.randomUUID();
      return {
        ...now,
        revision,
        requestKey: key,
        saved: sameWords(now, sent),
        tried: revision ? now.tried : false,
      };
    });
    say({ state: draft.read().saved ? (revision ? "saved" : "quiet") : "saving" });
  }

  function refused(sent: Draft, failure: VerbFailure): void {
    const now = draft.read();
    if (now.requestKey !== sent.requestKey) return say({ state: "quiet" });
    say({ state: "unsaved" });
    if (failure.error === "draft-newer") return meetKept(failure.detail.draft as KeptDraft);
    // Sent from another page, while this one went on writing: what stands here is another message now. But where
    // Send was pressed here, its own answer tells.
    if (failure.error === "already-sent" && !now.tried)
      return draft.change((written) => ({ ...written, requestKey: crypto.randomUUID(), revision: 0 }));
    if (failure.error !== "invalid" && failure.error !== "already-sent") again();
  }

  function meetKept(kept: KeptDraft): void {
    const next = meet(draft.read(), kept, settled);
    if (next === "take") {
      draft.change(() => taken(kept));
      say({ state: "saved", elsewhere: null });
    }
    if (next === "ask") say({ state: "unsaved", elsewhere: kept });
  }

  draft.subscribe(() => {
    if (!draft.read().saved && !underWay) later(PAUSE);
    else if (!draft.read().saved) void underWay?.then(() => later(PAUSE));
  });
  if (typeof window !== "undefined") window.addEventListener("online", () => void flush());
  if (!draft.read().saved) later(PAUSE);
  if (draft.read().saved && draft.read().revision) say({ state: "saved" });

  return {
    store,
    flush,
    meet: meetKept,
    gone: () => {
      const now = draft.read();
      if (!now.revision || underWay) return;
      settled.add(now.requestKey);
      if (now.saved) draft.change(freshDraft);
      else if (!now.tried) draft.change((own) => ({ ...own, revision: 0, requestKey: crypto.randomUUID() }));
      say(now.saved ? QUIET : {});
    },
    keepMine: () => {
      const { elsewhere } = store.read();
      if (!elsewhere) return;
      say({ elsewhere: null, aside: taken(elsewhere) });
      draft.change((own) => ({
        ...own,
        requestKey: elsewhere.requestKey,
        revision: elsewhere.revision,
        saved: false,
      }));
    },
    takeOther: () => {
      const { elsewhere } = store.read();
      if (!elsewhere) return;
      say({ elsewhere: null, aside: draft.read(), state: "saved" });
      draft.change(() => taken(elsewhere));
    },
    swap: () => {
      const { aside } = store.read();
      if (!aside) return;
      const now = draft.read();
      say({ aside: now });
      draft.change(() => ({ ...aside, requestKey: now.requestKey, revision: now.revision, saved: false }));
    },
    settle: () => {
      clearTimeout(timer);
      settled.add(draft.read().requestKey);
      draft.change(freshDraft);
      say(QUIET);
    },
  };
}
