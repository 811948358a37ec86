// Cards chosen for the next message of a chat, by ticket: they stay while the page is open, and go when it is sent.
import { MOST_CARDS, type Card } from "../../../tickets/chat/card.ts";
import { makeStore, type Store } from "../../../ui/store.ts";

export const NO_CARDS: readonly Card[] = [];
const stores = new Map<string, Store<readonly Card[]>>();

export function cardsOf(ticketId: string): Store<readonly Card[]> {
  if (typeof window === "undefined") return makeStore(NO_CARDS);
  const store = stores.get(ticketId) ?? makeStore(NO_CARDS);
  stores.set(ticketId, store);
  return store;
}

/** Adds one, unless it is there already or there are enough. */
export const pickCard = (ticketId: string, card: Card): void =>
  cardsOf(ticketId).change((before) =>
    before.length >= MOST_CARDS || before.some((one) => JSON.stringify(one) === JSON.stringify(card))
      ? before
      : [...before, card],
  );

export const dropCard = (ticketId: string, card: Card): void =>
  cardsOf(ticketId).change((before) => before.filter((one) => one !== card));
