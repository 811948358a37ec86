import { useCallback, useEffect, useState } from "react";
import type { IntentView } from "../../../orders/actions/intent.server.ts";
import { callVerb } from "../../../ui/verb.ts";

export type OpenIntent = IntentView & { mine: boolean };

interface Answer {
  intents: OpenIntent[];
  mayDecide: boolean;
}

const NOTHING: Answer = { intents: [], mayDecide: false };

/** Asked when something was done to an order (`heard`), and again with each thing more. What was known stays meanwhile. */
export function useWaiting(ticketId: string, heard: string | null): Answer & { again: () => void } {
  const [answer, setAnswer] = useState<Answer & { of: string }>({ ...NOTHING, of: ticketId });
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (heard === null) return undefined;
    let gone = false;
    void callVerb<Answer>("GET", `/app/tickets/${ticketId}/order-actions`).then((result) => {
      if (!gone && result.ok) setAnswer({ ...result.data, of: ticketId });
    });
    return () => {
      gone = true;
    };
  }, [ticketId, heard, round]);
  const known = answer.of === ticketId ? answer : NOTHING;
  return { ...known, again: useCallback(() => setRound((before) => before + 1), []) };
}
