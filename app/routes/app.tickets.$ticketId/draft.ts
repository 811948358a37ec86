// A reply being written, kept in the tab so that neither a refused Send nor a reload loses it. The key goes with
// it: sending again after a reload is still the same reply.
import { useCallback, useEffect, useRef, useState } from "react";

interface Kept {
  text: string;
  requestKey: string;
}

export interface Draft {
  text: string;
  requestKey: string;
  write: (text: string) => void;
  /** the reply is out: the next one is a new one */
  clear: () => void;
  /** the text stays, but sending it is a new reply */
  renewKey: () => void;
}

/** The draft of one ticket. Empty until the page has hydrated. */
export function useDraft(ticketId: string): Draft {
  const [kept, setKept] = useState<Kept>({ text: "", requestKey: "" });
  const place = `samla.draft.${ticketId}`;
  const touched = useRef(false);
  useEffect(() => {
    // Someone may have typed before the page had hydrated.
    if (!touched.current) setKept(recall(place) ?? { text: "", requestKey: crypto.randomUUID() });
  }, [place]);
  const change = useCallback(
    (next: (now: Kept) => Kept) => {
      touched.current = true;
      setKept((now) => {
        const changed = next(now);
        remember(place, changed);
        return changed;
      });
    },
    [place],
  );
  return {
    ...kept,
    write: useCallback(
      (text: string) => change(({ requestKey }) => ({ text, requestKey: requestKey || crypto.randomUUID() })),
      [change],
    ),
    clear: useCallback(() => change(() => ({ text: "", requestKey: crypto.randomUUID() })), [change]),
    renewKey: useCallback(() => change(({ text }) => ({ text, requestKey: crypto.randomUUID() })), [change]),
  };
}

// Storage can be forbidden in a frame; the draft then lives as long as the page.
const memory = new Map<string, string>();

function remember(place: string, draft: Kept): void {
  const text = JSON.stringify(draft);
  memory.set(place, text);
  try {
    if (draft.text) sessionStorage.setItem(place, text);
    else sessionStorage.removeItem(place);
  } catch {
    // Full or forbidden: the memory has it.
  }
}

function recall(place: string): Kept | null {
  const text = memory.get(place) ?? stored(place);
  try {
    const kept: unknown = JSON.parse(text ?? "null");
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

function stored(place: string): string | null {
  try {
    return sessionStorage.getItem(place);
  } catch {
    return null;
  }
}

const isKept = (value: unknown): value is Kept =>
  typeof value === "object" &&
  value !== null &&
  "text" in value &&
  typeof value.text === "string" &&
  "requestKey" in value &&
  typeof value.requestKey === "string" &&
  value.requestKey !== "";
