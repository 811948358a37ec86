// The events that are shown: the first page comes with the customer's and is kept current with it, others are fetched.
import { useEffect, useRef, useState } from "react";
import type { CustomerEvent, EventsPage, Metric } from "../../customers/events/metrics.ts";
import { callVerb } from "../verb.ts";

type State = "still" | "asking" | "older" | "failed";

interface Shown {
  metrics: Metric[];
  events: CustomerEvent[];
  before: string | null;
}

export function useEvents({
  customerId,
  first,
  chosen,
}: {
  customerId: string;
  first: EventsPage;
  chosen: Metric[];
}) {
  const [shown, setShown] = useState<Shown>({ metrics: chosen, ...first });
  const [state, setState] = useState<State>("still");
  const asked = useRef(0);
  useEffect(() => {
    // What was fetched beyond the first page stays below it.
    setShown((before) =>
      String(before.metrics) === String(chosen) ? { metrics: chosen, ...joined(first, before) } : before,
    );
  }, [first, chosen]);
  const ask = async (metrics: Metric[], before: string | null): Promise<EventsPage | null> => {
    const turn = ++asked.current;
    const page = await fetchEvents(customerId, metrics, before);
    if (turn !== asked.current) return null;
    setState(page ? "still" : "failed");
    return page;
  };
  const choose = (metrics: Metric[]) => {
    setShown((before) => ({ ...before, metrics }));
    setState("asking");
    void callVerb("POST", "/app/customers/metrics", { metrics: metrics.join(",") });
    void ask(metrics, null).then((page) => page && setShown({ metrics, ...page }));
  };
  const older = () => {
    setState("older");
    void ask(shown.metrics, shown.before).then(
      (page) =>
        page && setShown((before) => ({ ...before, ...page, events: [...before.events, ...page.events] })),
    );
  };
  return { ...shown, more: shown.before !== null, choose, older, state };
}

/** A newer first page, with what was there beyond it. */
function joined(first: EventsPage, before: Shown): EventsPage {
  const last = first.events.at(-1);
  const at = last ? before.events.findIndex(({ key }) => key === last.key) : -1;
  if (first.before === null || at < 0 || at === before.events.length - 1) return first;
  return { events: [...first.events, ...before.events.slice(at + 1)], before: before.before };
}

async function fetchEvents(
  customerId: string,
  metrics: Metric[],
  before: string | null,
): Promise<EventsPage | null> {
  const query = new URLSearchParams({ metrics: metrics.join(","), ...(before ? { before } : {}) });
  try {
    const response = await fetch(`/app/customers/${customerId}/events?${query}`);
    return response.ok ? ((await response.json()) as EventsPage) : null;
  } catch {
    return null;
  }
}
