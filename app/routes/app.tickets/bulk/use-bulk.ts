// The action under way or just finished: outlives the page that shows it, and a reload.
import { useEffect } from "react";
import { isBusy, type Action, type BulkProgress } from "../../../tickets/bulk/action.ts";
import type { LabelColor } from "../../../tickets/label.ts";
import { keptStore } from "../../../ui/kept.ts";
import { useLive } from "../../../ui/live/live.tsx";
import { makeStore, useStore } from "../../../ui/store.ts";
import { callVerb, type VerbFailure } from "../../../ui/verb.ts";

interface Current {
  /** the server was asked for it since the page was loaded */
  asked: boolean;
  /** pressed, and not answered yet */
  pending: Action | null;
  progress: BulkProgress | null;
  failure: VerbFailure | null;
}

type Which = { tickets: string } | { filter: string };

export interface NewLabel {
  name: string;
  color: LabelColor;
}

const NOTHING: Current = { asked: false, pending: null, progress: null, failure: null };
const current = makeStore<Current>(NOTHING);

/** The one whose result was put away. */
const seen = keptStore("bulk-seen", "", (kept) => (typeof kept === "string" ? kept : null));

const LOOK_EVERY = 700;

export function useBulk() {
  const { refresh } = useLive();
  const shown = useStore(current, NOTHING);
  const { asked, progress } = shown;
  const take = (method: "GET" | "POST" | "DELETE", path: string, fields?: Record<string, string>) =>
    callVerb<BulkProgress | null>(method, path, fields).then((answer) => {
      current.change((now) => ({
        ...now,
        pending: null,
        ...(answer.ok ? { progress: answer.data, failure: null } : { failure: answer }),
      }));
      refresh();
      return answer.ok;
    });
  useEffect(() => {
    if (asked) return;
    current.change((now) => ({ ...now, asked: true }));
    void callVerb<BulkProgress | null>("GET", "/app/bulk").then((answer) => {
      if (answer.ok && answer.data && answer.data.id !== seen.read())
        current.change((now) => ({ ...now, progress: now.progress ?? answer.data }));
    });
  }, [asked]);
  const id = progress && isBusy(progress.state) ? progress.id : null;
  useEffect(() => {
    if (!id) return;
    const timer = setInterval(() => void take("GET", `/app/bulk/${id}`), LOOK_EVERY);
    return () => clearInterval(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- asks again for this one only
  }, [id]);
  const begin = (action: Action, which: Which) =>
    take("POST", "/app/bulk", {
      requestKey: crypto.randomUUID(),
      action: action.name,
      args: JSON.stringify(action.args),
      ...which,
    });
  const pend = (pending: Action) =>
    current.change((now) => ({ ...now, pending, progress: null, failure: null }));
  const path = progress ? `/app/bulk/${progress.id}` : "";
  return {
    ...shown,
    start: (action: Action, which: Which) => {
      pend(action);
      return begin(action, which);
    },
    /** makes the label first, or finds the one of that name */
    startWithLabel: async ({ name, color }: NewLabel, which: Which) => {
      pend({ name: "add-label", args: { labelId: "" } });
      const made = await callVerb<{ label: { id: string } }>("POST", "/app/labels", { name, color });
      if (made.ok) return begin({ name: "add-label", args: { labelId: made.data.label.id } }, which);
      current.change((now) => ({ ...now, pending: null, failure: made }));
      return false;
    },
    undo: () => take("DELETE", path),
    stop: () => take("POST", `${path}/stop`),
    dismiss: () => {
      if (progress) seen.change(() => progress.id);
      current.change((now) => ({ ...now, progress: null, failure: null }));
    },
  };
}
