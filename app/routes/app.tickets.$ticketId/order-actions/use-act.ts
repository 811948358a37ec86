// Asking once: a second press, or a try after a lost connection, is the same intent as long as its end is open.
import { useRef, useState } from "react";
import type { IntentView } from "../../../orders/actions/intent.server.ts";
import { newId } from "../../../lib/id.ts";
import { useLive } from "../../../ui/live/live.tsx";
import { callVerb, type VerbFailure } from "../../../ui/verb.ts";
import type { FormWish } from "./form-wish.ts";

export function useAct(path: string, onDone: () => void) {
  const { refresh } = useLive();
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<IntentView | null>(null);
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  const intent = useRef<{ id: string; of: string } | null>(null);
  const act = async ({ kind, wish }: FormWish, version: string, approver: string) => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const fields = { kind, wish: JSON.stringify(wish), version, approver };
    const of = JSON.stringify(fields);
    // Something else that is wished for is another intent; the same one again is not.
    if (intent.current?.of !== of) intent.current = { id: newId(), of };
    const answer = await callVerb<IntentView>("POST", `${path}/actions`, {
      ...fields,
      intent: intent.current.id,
    });
    setBusy(false);
    if (!answer.ok) return setFailure(answer);
    setResult(answer.data);
    if (answer.data.state === "failed") intent.current = null;
    refresh();
    onDone();
  };
  return { act, busy, result, failure };
}
