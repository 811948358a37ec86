// The order as Shopify has it now, asked for when somebody wants to do something to it.
import { useCallback, useEffect, useState } from "react";
import type { OrderState } from "../../../orders/actions/order-view.ts";
import { callVerb, type VerbFailure } from "../../../ui/verb.ts";

export interface AskedState {
  /** null while it is asked for */
  answer: { state: OrderState } | { failure: VerbFailure } | null;
  again: () => void;
}

export function useOrderState(ticketId: string, orderId: string): AskedState {
  const [answer, setAnswer] = useState<AskedState["answer"]>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let gone = false;
    setAnswer(null);
    void callVerb<OrderState>("GET", `/app/tickets/${ticketId}/orders/${orderId}`).then((result) => {
      if (!gone) setAnswer(result.ok ? { state: result.data } : { failure: result });
    });
    return () => {
      gone = true;
    };
  }, [ticketId, orderId, round]);
  return { answer, again: useCallback(() => setRound((before) => before + 1), []) };
}
