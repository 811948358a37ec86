// What the list is asked for, as the address says it.
import { useNavigate, useNavigation, useSearchParams } from "@remix-run/react";
import { useCallback, useMemo } from "react";
import { readFilter, type TicketFilter } from "../../tickets/filter.ts";
import { listPath, listQuery, savedIn, writeList } from "../../tickets/list-query.ts";

/** The list the page shows or is about to show, and how to ask for another. */
export function useFilter() {
  const asked = useAsked();
  const navigate = useNavigate();
  const query = listQuery(asked);
  const filter = useMemo(() => readFilter(new URLSearchParams(query)), [query]);
  const saved = savedIn(asked);
  const change = useCallback(
    (part: Partial<TicketFilter>) =>
      navigate(listPath(writeList({ ...filter, ...part }, saved)), { preventScrollReset: true }),
    [navigate, filter, saved],
  );
  return { filter, query, saved, change };
}

/** What was asked for last counts at once: a chip is there before its list is, and two quick choices are both meant. */
function useAsked(): URLSearchParams {
  const [shown] = useSearchParams();
  const { location } = useNavigation();
  return location?.pathname.startsWith("/app/tickets") ? new URLSearchParams(location.search) : shown;
}
