// What is expected of a ticket's customer, and how many events they have: fetched beside the page.
import { useEffect, useState } from "react";
import type { CustomerForecast } from "../../customers/forecast/forecast.ts";
import { whenForgotten } from "../last-good.ts";
import { useSignals } from "../live/bus.ts";

export interface Outlook {
  forecast: CustomerForecast;
  events: number;
}

const LIMIT = 50;
/** Going back to somebody shows what was known last. */
const known = new Map<string, Outlook>();
whenForgotten(() => known.clear());

/** Null until it is here. Read again when something happens on `ticketId`. */
export function useOutlook(customerId: string, storeId: string, ticketId: string): Outlook | null {
  const path = `/app/customers/${customerId}/outlook?store=${storeId}`;
  const [, drawAnew] = useState(0);
  const [round, setRound] = useState(0);
  useSignals((signal) => {
    if (signal.ticketId === ticketId && signal.type !== "presence") setRound((before) => before + 1);
  });
  useEffect(() => {
    const leaving = new AbortController();
    void ask(path, leaving.signal).then((outlook) => {
      if (leaving.signal.aborted || !outlook) return;
      remember(path, outlook);
      drawAnew((before) => before + 1);
    });
    return () => leaving.abort();
  }, [path, round]);
  return known.get(path) ?? null;
}

async function ask(path: string, signal: AbortSignal): Promise<Outlook | null> {
  try {
    const response = await fetch(path, { signal });
    return response.ok ? ((await response.json()) as Outlook) : null;
  } catch {
    return null;
  }
}

function remember(path: string, outlook: Outlook): void {
  known.delete(path);
  known.set(path, outlook);
  const [oldest] = known.keys();
  if (known.size > LIMIT && oldest !== undefined) known.delete(oldest);
}
