// A list with what stands above it. One per query: rows, place and selection are its own.
import type { TicketFilter } from "../../tickets/filter.ts";
import type { TicketList as FirstPage } from "../../tickets/list.server.ts";
import { MarksProvider } from "../../ui/marked.tsx";
import { askedAt } from "./asked-at.ts";
import { BulkBar } from "./bulk/bulk-bar.tsx";
import { TicketList } from "./ticket-list.tsx";
import { useLiveRows } from "./use-live-rows.ts";
import { useRows } from "./use-rows.ts";

const NO_MARKS: string[] = [];

export function ListPane(props: {
  filter: TicketFilter;
  query: string;
  first: FirstPage;
  current: string | undefined;
  loading: boolean;
}) {
  const { first, ...rest } = props;
  const asked = useRows(props.query, first);
  const since = askedAt(props.query);
  const list = { ...asked, rows: useLiveRows(props.filter, { ...asked, since }) };
  return (
    <MarksProvider value={first.marks ?? NO_MARKS}>
      <TicketList {...rest} list={list} similar={first.similar} />
      <BulkBar rows={list.rows} query={props.query} />
    </MarksProvider>
  );
}
