// What variables stand for on the ticket that is being answered: asked when somebody needs it, kept for a while.
import { useEffect, useMemo } from "react";
import { now, MINUTE } from "../../lib/clock.ts";
import type { Language } from "../../i18n/language.ts";
import type { TicketFacts } from "../../tickets/macros/facts.server.ts";
import type { Facts } from "../../tickets/variables.ts";
import { makeStore, useStore, type Store } from "../store.ts";
import { callVerb } from "../verb.ts";

interface Asked {
  facts: Facts;
  language: Language | null;
  /** when each was asked; 0: not yet */
  own: number;
  order: number;
}

export interface FactsOfTicket {
  facts: Facts;
  language: Language | null;
  /** asks Shopify again */
  again: () => void;
}

const NOTHING: Asked = { facts: {}, language: null, own: 0, order: 0 };
/** What an order says changes; a conversation has one at hand for so long. */
const FRESH = 5 * MINUTE;
const stores = new Map<string, Store<Asked>>();

/** The facts as far as they are known. Shopify is asked only with `order`. */
export function useFacts(ticketId: string, wanted: { own: boolean; order: boolean }): FactsOfTicket {
  const store = storeOf(ticketId);
  const { facts, language } = useStore(store, NOTHING);
  useEffect(() => {
    if (wanted.own || wanted.order) void askOwn(ticketId, store);
    if (wanted.order) void askOrder(ticketId, store);
  }, [ticketId, store, wanted.own, wanted.order]);
  return useMemo(
    () => ({
      facts,
      language,
      again: () => {
        store.change((before) => ({ ...before, order: 0 }));
        void askOrder(ticketId, store);
      },
    }),
    [facts, language, store, ticketId],
  );
}

async function askOwn(ticketId: string, store: Store<Asked>): Promise<void> {
  if (isFresh(store.read().own)) return;
  store.change((before) => ({ ...before, own: now().getTime() }));
  const result = await callVerb<TicketFacts>("GET", `/app/tickets/${ticketId}/variables`);
  store.change((before) =>
    result.ok
      ? { ...before, facts: { ...before.facts, ...result.data.facts }, language: result.data.language }
      : { ...before, own: 0 },
  );
}

async function askOrder(ticketId: string, store: Store<Asked>): Promise<void> {
  if (isFresh(store.read().order)) return;
  store.change((before) => ({ ...before, order: now().getTime() }));
  const result = await callVerb<Facts>("GET", `/app/tickets/${ticketId}/variables/order`);
  const silent = !result.ok || JSON.stringify(result.data).includes("no-answer");
  store.change((before) => ({
    ...before,
    facts: { ...before.facts, ...(result.ok ? result.data : NO_ANSWER) },
    order: silent ? 0 : before.order,
  }));
}

const none = { missing: "no-answer" } as const;
const NO_ANSWER: Facts = {
  "order.name": none,
  "order.total": none,
  "order.status": none,
  "order.link": none,
  "tracking.number": none,
  "tracking.carrier": none,
  "tracking.link": none,
};

const isFresh = (asked: number): boolean => now().getTime() - asked < FRESH;

function storeOf(ticketId: string): Store<Asked> {
  // A server would share it among everybody.
  if (typeof window === "undefined") return makeStore(NOTHING);
  const store = stores.get(ticketId) ?? makeStore(NOTHING);
  stores.set(ticketId, store);
  return store;
}
