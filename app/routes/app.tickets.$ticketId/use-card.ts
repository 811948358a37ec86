// What Shopify knows of the customer, fetched beside the page and never in its way.
import { useCallback, useEffect, useState } from "react";
import type { CustomerCard } from "../../customers/profile.ts";
import { whenForgotten } from "../../ui/last-good.ts";

export interface CardState {
  /** null while Shopify is being asked for the first time */
  card: CustomerCard | null;
  asking: boolean;
  askAgain: () => void;
}

const LIMIT = 50;
/** Going back to a ticket shows its card at once, and asks again behind it. */
const known = new Map<string, CustomerCard>();
whenForgotten(() => known.clear());

export function useCard(ticketId: string): CardState {
  const [card, setCard] = useState<CustomerCard | null>(null);
  const [asking, setAsking] = useState(true);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    setCard(known.get(ticketId) ?? null);
    setAsking(true);
    void ask(ticketId, leaving.signal).then((answer) => {
      if (leaving.signal.aborted) return;
      setAsking(false);
      setCard(answer);
    });
    return () => leaving.abort();
  }, [ticketId, round]);
  return { card, asking, askAgain: useCallback(() => setRound((before) => before + 1), []) };
}

async function ask(ticketId: string, signal: AbortSignal): Promise<CustomerCard> {
  try {
    const response = await fetch(`/app/customers/card/${ticketId}`, { signal });
    if (!response.ok) return { state: "problem", problem: "down" };
    const card = (await response.json()) as CustomerCard;
    if (card.state !== "problem") keep(ticketId, card);
    return card;
  } catch {
    return { state: "problem", problem: "down" };
  }
}

function keep(ticketId: string, card: CustomerCard): void {
  known.delete(ticketId);
  known.set(ticketId, card);
  const [oldest] = known.keys();
  if (known.size > LIMIT && oldest !== undefined) known.delete(oldest);
}
