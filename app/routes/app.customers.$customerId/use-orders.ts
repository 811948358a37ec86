// A customer's orders, page by page, asked for again when the search changes or one of them did.
import { useEffect, useRef, useState } from "react";
import { ORDER_READ } from "../../live/news.ts";
import type { ListedOrders } from "../../orders/shown/list.server.ts";
import type { OrderWish } from "../../orders/shown/search.ts";
import { useSignals } from "../../ui/live/bus.ts";
import { numberOf } from "../../ui/orders/doors.ts";
import { callVerb, type VerbFailure } from "../../ui/verb.ts";

export interface Listing {
  /** what is shown; null before the first answer */
  listed: ListedOrders | null;
  busy: boolean;
  failure: VerbFailure | null;
  showMore: () => void;
  again: () => void;
}

export function useOrders(customerId: string, storeId: string | null, { words, status }: OrderWish): Listing {
  const [listed, setListed] = useState<ListedOrders | null>(null);
  const [busy, setBusy] = useState(true);
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  const [round, setRound] = useState(0);
  const asking = useRef(0);
  const again = () => setRound((before) => before + 1);
  const search = new URLSearchParams({
    ...(storeId ? { store: storeId } : {}),
    q: words,
    status: status ?? "",
  });
  const path = `/app/customers/${customerId}/orders?${search.toString()}`;
  const shown = useRef(path);
  const ask = async (
    after: string | null,
    join: (before: ListedOrders | null, now: ListedOrders) => ListedOrders,
  ) => {
    const mine = ++asking.current;
    setBusy(true);
    setFailure(null);
    const place = after ? `&${new URLSearchParams({ after }).toString()}` : "";
    const answer = await callVerb<ListedOrders>("GET", `${path}${place}`);
    if (mine !== asking.current) return;
    setBusy(false);
    if (!answer.ok) return setFailure(answer);
    setListed((before) => join(before, answer.data));
  };
  useEffect(() => {
    const same = shown.current === path;
    shown.current = path;
    void ask(null, (before, now) => (same && before ? refreshed(before, now) : now));
    const latest = asking;
    return () => void latest.current++;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `ask` is what `path` makes it
  }, [path, round]);
  useSignals(({ type, orderId, customerId: changed }) => {
    const listedHere = listed?.orders.some(({ id }) => numberOf(id) === orderId) ?? false;
    if ((type === ORDER_READ && listedHere) || (type === "customer-changed" && changed === customerId))
      again();
  });
  const showMore = () => {
    if (listed?.next && !busy) void ask(listed.next, joined);
  };
  return { listed, busy, failure, showMore, again };
}

/** A page that could not be had leaves what there is, and where to go on. */
const joined = (before: ListedOrders | null, now: ListedOrders): ListedOrders =>
  before && now.problem && !now.orders.length
    ? { ...before, problem: now.problem }
    : { ...now, orders: [...(before?.orders ?? []), ...now.orders] };

/** The first page anew; those that were shown below it stay. */
function refreshed(before: ListedOrders, now: ListedOrders): ListedOrders {
  if (now.problem && before.orders.length) return { ...before, problem: now.problem };
  const known = new Set(now.orders.map(({ id }) => id));
  const below = before.orders.slice(now.orders.length).filter(({ id }) => !known.has(id));
  return below.length ? { ...now, orders: [...now.orders, ...below], next: before.next } : now;
}
