// The note as it is being written: what was typed stays until it is saved or thrown away, also when the page is left.
import { useState } from "react";
import { whenForgotten } from "../last-good.ts";
import { callVerb, type VerbFailure } from "../verb.ts";
import { fieldsOf, type Place } from "./place.ts";

interface Draft {
  text: string;
  /** the note it began from */
  seen: string;
}

const drafts = new Map<string, Draft>();
whenForgotten(() => drafts.clear());

export interface NoteState {
  /** null: nobody is writing */
  draft: string | null;
  /** on its way to Shopify; shown as if it were there */
  saving: string | null;
  failure: VerbFailure | null;
  /** what somebody else made of it meanwhile */
  theirs: string | null;
  begin: () => void;
  write: (text: string) => void;
  leave: () => void;
  /** Saves it; over what `seen` says, where somebody else has changed it. */
  save: (over?: string) => Promise<boolean>;
}

export function useNote(place: Place, note: string): NoteState {
  const key = `${place.store.id} ${place.customerId}`;
  const [draft, setDraft] = useState<Draft | null>(() => drafts.get(key) ?? null);
  const [saving, setSaving] = useState<string | null>(null);
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  const put = (next: Draft | null) => {
    if (next) drafts.set(key, next);
    else drafts.delete(key);
    setDraft(next);
    if (!next) setFailure(null);
  };
  const save = async (over?: string): Promise<boolean> => {
    if (!draft) return false;
    setSaving(draft.text);
    const fields = { ...fieldsOf(place), note: draft.text, seen: over ?? draft.seen };
    const result = await callVerb("POST", `/app/customers/${place.customerId}/note`, fields);
    setSaving(null);
    if (result.ok) put(null);
    else setFailure(result);
    return result.ok;
  };
  const changed = failure?.error === "note-changed" ? failure.detail.note : null;
  return {
    draft: draft?.text ?? null,
    saving,
    failure,
    theirs: typeof changed === "string" ? changed : null,
    begin: () => put({ text: note, seen: note }),
    write: (text) => put({ text, seen: draft?.seen ?? note }),
    leave: () => put(null),
    save,
  };
}
