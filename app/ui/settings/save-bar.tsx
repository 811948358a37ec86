// What was changed and not saved: kept beside what the server knows, with Shopify's save bar while they differ.
import { SaveBar } from "@shopify/app-bridge-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

export interface Draft<T> {
  value: T;
  dirty: boolean;
  set: (change: Partial<T>) => void;
  reset: () => void;
  /** to be called when the server has taken it: what it made of it replaces what was typed */
  saved: () => void;
}

/** The fields of a form, as known until somebody types. What others change meanwhile does not touch what was typed. */
export function useDraft<T extends object>(known: T): Draft<T> {
  const [changes, setChanges] = useState<Partial<T>>({});
  const [taken, setTaken] = useState(false);
  const fresh = JSON.stringify(known);
  useEffect(() => {
    if (taken) setChanges({});
    // Only the server's answer to the save ends the draft, and that is a change of what is known.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [fresh]);
  const keys = Object.keys(changes) as (keyof T)[];
  return {
    value: { ...known, ...changes },
    dirty: !taken && keys.some((key) => changes[key] !== known[key]),
    set: (change) => {
      setTaken(false);
      setChanges((before) => ({ ...before, ...change }));
    },
    reset: () => setChanges({}),
    saved: () => setTaken(true),
  };
}

export function UnsavedBar(props: {
  id: string;
  open: boolean;
  busy: boolean;
  onSave: () => void;
  onDiscard: () => void;
}) {
  const { t } = useTranslation();
  return (
    <SaveBar id={props.id} open={props.open} discardConfirmation>
      <button type="button" variant="primary" onClick={props.onSave} {...(props.busy ? { loading: "" } : {})}>
        {t("settings.save")}
      </button>
      <button type="button" onClick={props.onDiscard} disabled={props.busy}>
        {t("settings.discard")}
      </button>
    </SaveBar>
  );
}
