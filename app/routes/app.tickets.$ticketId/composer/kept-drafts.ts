// Drafts by ticket and mode, kept in the tab so that neither a refused Send, a reload nor a look at another ticket
// loses one. The key goes with it: sending again after a reload is still the same message. The server keeps them for
// longer, a moment later (sync.ts).
import { z } from "zod";
import type { ShownFile } from "../../../files/file.ts";
import { readRecipients } from "../../../mail/person.ts";
import { DRAFT_MODES, type DraftMode } from "../../../tickets/drafts/draft.ts";
import { readActions } from "../../../tickets/macros/macro.ts";
import { noteOwn } from "../../../ui/own-words.ts";
import { makeStore, type Store } from "../../../ui/store.ts";
import { EMPTY, isStarted, type Draft } from "./draft.ts";

const stores = new Map<string, Store<Draft>>();

export const freshDraft = (): Draft => ({ ...EMPTY, requestKey: crypto.randomUUID() });

/** The draft of one ticket in one mode. */
export function draftOf(ticketId: string, mode: DraftMode): Store<Draft> {
  // A server would share it among everybody.
  if (typeof window === "undefined") return makeStore(EMPTY);
  const place = `samla.draft.${ticketId}.${mode}`;
  const known = stores.get(place);
  if (known) return known;
  const store = makeStore(recall(place) ?? freshDraft());
  stores.set(place, store);
  store.subscribe(() => {
    remember(place, store.read());
    noteOwn(ticketId, { draft: hasDraft(ticketId) });
  });
  return store;
}

const hasDraft = (ticketId: string): boolean =>
  DRAFT_MODES.some((mode) => isStarted(draftOf(ticketId, mode).read()));

// Storage can be forbidden in a frame, or full; the draft then lives as long as the page.
function remember(place: string, draft: Draft): void {
  try {
    if (isStarted(draft) || draft.revision) sessionStorage.setItem(place, JSON.stringify(draft));
    else sessionStorage.removeItem(place);
  } catch {
    // The store has it.
  }
}

function recall(place: string): Draft | null {
  try {
    const kept = stored.safeParse(JSON.parse(sessionStorage.getItem(place) ?? "null"));
    return kept.success ? kept.data : null;
  } catch {
    return null;
  }
}

const isFile = (value: unknown): value is ShownFile =>
  typeof value === "object" && value !== null && "id" in value && "name" in value && "size" in value;

const stored = z.object({
  html: z.string(),
  recipients: z.unknown().transform((people) => (people ? readRecipients(people) : null)),
  files: z.array(z.custom<ShownFile>(isFile)).catch([]),
  forwardedId: z.uuid().nullable().catch(null),
  actions: z.unknown().transform(readActions),
  requestKey: z.uuid(),
  revision: z.number().int().min(0).catch(0),
  saved: z.boolean().catch(false),
  tried: z.boolean().catch(false),
});
