// What is kept of a customer stands at once; what Shopify says now is fetched behind it, and again when it changes.
import { useCallback, useEffect, useRef, useState } from "react";
import type { CustomerCard } from "../../customers/profile.ts";
import { whenForgotten } from "../last-good.ts";
import { useSignals } from "../live/bus.ts";

export interface CardState {
  card: CustomerCard;
  asking: boolean;
  /** asks Shopify even if it was asked a moment ago */
  askAgain: () => void;
}

const LIMIT = 50;
/** Going back to somebody shows what was known last. */
const asked = new Map<string, CustomerCard>();
whenForgotten(() => asked.clear());

/** `path` answers with the card after asking Shopify; `kept` came with the page. */
export function useFresh(path: string, customerId: string | null, kept: CustomerCard): CardState {
  const name = `${path} ${customerId ?? ""}`;
  const [answer, setAnswer] = useState<{ name: string; card: CustomerCard } | null>(null);
  const latest = useRef(kept);
  latest.current = kept;
  const [asking, setAsking] = useState(false);
  const [round, setRound] = useState({ count: 0, anew: false });
  useSignals(({ type, customerId: changed }) => {
    if (type === "customer-changed" && changed === customerId)
      setRound(({ count }) => ({ count: count + 1, anew: false }));
  });
  useEffect(() => {
    if (customerId === null) return;
    const leaving = new AbortController();
    setAsking(true);
    void ask(round.anew ? `${path}${path.includes("?") ? "&" : "?"}anew` : path, leaving.signal).then(
      (card) => {
        if (leaving.signal.aborted) return;
        setAsking(false);
        if (card) remember(name, card);
        setAnswer({
          name,
          card: card ?? outOfReach(newer(latest.current, asked.get(name) ?? latest.current)),
        });
      },
    );
    return () => leaving.abort();
  }, [path, name, customerId, round]);
  const said = answer?.name === name ? answer.card : (asked.get(name) ?? null);
  return {
    card: said ? newer(kept, said) : kept,
    asking,
    askAgain: useCallback(() => setRound(({ count }) => ({ count: count + 1, anew: true })), []),
  };
}

/** Null when the answer could not be had. */
async function ask(path: string, signal: AbortSignal): Promise<CustomerCard | null> {
  try {
    const response = await fetch(path, { signal });
    return response.ok ? ((await response.json()) as CustomerCard) : null;
  } catch {
    return null;
  }
}

/** Of two, the one for which Shopify was asked later. */
const newer = (kept: CustomerCard, said: CustomerCard): CustomerCard =>
  readAt(kept) > readAt(said) ? kept : said;

const readAt = (card: CustomerCard): string => ("readAt" in card ? card.readAt : "");

const outOfReach = (card: CustomerCard): CustomerCard =>
  card.state === "nobody" ? card : { ...card, problem: "down" };

function remember(name: string, card: CustomerCard): void {
  asked.delete(name);
  asked.set(name, card);
  const [oldest] = asked.keys();
  if (asked.size > LIMIT && oldest !== undefined) asked.delete(oldest);
}
