// The inbox: the list beside the open ticket, or one of them at a time where there is no room for both.
import { json, redirect, type LoaderFunctionArgs } from "@remix-run/node";
import {
  Outlet,
  useLoaderData,
  useNavigate,
  useNavigation,
  useParams,
  type ClientLoaderFunctionArgs,
} from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { countUnreadable } from "../../channels/unreadable.server.ts";
import { mayManageInbox } from "../../team/roles.ts";
import { whoIsCustomer } from "../../customers/find-customers.server.ts";
import { readCounts } from "../../tickets/counts.server.ts";
import { readFilter } from "../../tickets/filter.ts";
import { listQuery } from "../../tickets/list-query.ts";
import { listTickets } from "../../tickets/list.server.ts";
import { listViews } from "../../tickets/saved-views.server.ts";
import { searchProgress } from "../../tickets/search/backfill.server.ts";
import { countUndelivered } from "../../tickets/undelivered.server.ts";
import { useInboxTitle } from "../../ui/attention/attention.tsx";
import { Failure } from "../../ui/failure.tsx";
import { askOrLastGood } from "../../ui/last-good.ts";
import { asksFor } from "../../ui/live/scope.ts";
import { forgetOwnWords } from "../../ui/own-words.ts";
import { useSlow } from "../../ui/slow.ts";
import { TicketSkeleton } from "../../ui/ticket-skeleton.tsx";
import { IN_FLIGHT, noteAsked } from "./asked-at.ts";
import { PickOne } from "./empty.tsx";
import { ListHead } from "./list-head.tsx";
import { ListPane } from "./list-pane.tsx";
import { useMarksInThread } from "./search/use-marks-in-thread.ts";
import { RiskBanner } from "./risk-banner.tsx";
import { UndeliveredNotice } from "./undelivered-notice.tsx";
import { useCodeAhead } from "./use-code-ahead.ts";
import { UnreadableNotice } from "./unreadable-notice.tsx";
import { useViewCommands } from "./views/use-view-commands.ts";
import { ViewsContext, type KnownViews } from "./views/views-context.tsx";
import { ViewGroups } from "./views/view-groups.tsx";
import styles from "./inbox.module.css";

export const loader = page(async ({ request }: LoaderFunctionArgs) => {
  const { workspace, agent, store } = await requireAgent(request);
  const url = new URL(request.url);
  const asked = url.searchParams;
  const filter = readFilter(asked);
  const [list, counts, saved, customer, unreadable, undelivered, preparing] = await Promise.all([
    listTickets(workspace, { id: agent.id, timeZone: store.timeZone }, filter, null),
    readCounts(workspace, agent),
    listViews(workspace, agent),
    filter.customer ? whoIsCustomer(workspace, filter.customer) : null,
    mayManageInbox(agent.role) ? countUnreadable(workspace) : 0,
    countUndelivered(workspace),
    filter.search ? searchProgress(workspace) : null,
  ]);
  // What was found is what the address says, so that "all that match", links and further pages mean the same.
  if (list.search) {
    asked.set("q", list.search);
    throw redirect(`${url.pathname}?${asked}`);
  }
  // They were merged into somebody since the link was made.
  if (customer && customer.id !== filter.customer) {
    asked.set("customer", customer.id);
    throw redirect(`${url.pathname}?${asked}`);
  }
  const known: KnownViews = { counts, saved, customer: customer?.name ?? null };
  return json({ query: listQuery(asked), list, known, unreadable, undelivered, preparing });
});

const queryOf = (address: URL): string => listQuery(address.searchParams);

export const shouldRevalidate = asksFor("list", queryOf);

export const clientLoader = async ({ request, serverLoader }: ClientLoaderFunctionArgs) => {
  const query = queryOf(new URL(request.url));
  const at = noteAsked(query);
  const data = await askOrLastGood(`list ${query}`, request.signal, () => serverLoader<typeof loader>());
  // Rows that are as they were are the same objects, and yet the server has spoken of them.
  forgetOwnWords(data.list.rows.map(({ id }) => id), at - IN_FLIGHT); // prettier-ignore
  return data;
};

export default function Inbox() {
  const { t } = useTranslation();
  const { query, list, known, unreadable, undelivered, preparing } = useLoaderData<typeof loader>();
  const { ticketId } = useParams();
  const navigate = useNavigate();
  const title = useInboxTitle();
  const going = useDestination();
  const slow = useSlow(going !== null, 100);
  const shownTicket = slow && going ? going.ticketId : ticketId;
  const shownQuery = going ? going.query : query;
  const filter = useMemo(() => readFilter(new URLSearchParams(query)), [query]);
  const shownView = readFilter(new URLSearchParams(shownQuery)).view;
  const pane = useRef<HTMLDivElement>(null);
  useMarksInThread(pane, list.marks ?? null);
  useViewCommands(known.saved);
  useCodeAhead();
  return (
    <ViewsContext.Provider value={known}>
      <main className={styles.inbox} data-showing={shownTicket ? "ticket" : "list"}>
        <TitleBar title={title}>
          <button variant="primary" onClick={() => navigate("/app/requests/new")}>
            {t("requests.new")}
          </button>
        </TitleBar>
        <h1 className={styles.unseen}>{t("nav.inbox")}</h1>
        <div className={styles.views}>
          <ViewGroups query={shownQuery} />
        </div>
        <section className={styles.list} aria-label={t("list.label")}>
          <UndeliveredNotice count={undelivered} />
          <UnreadableNotice count={unreadable} />
          {preparing ? <p className={styles.notice}>{t("search.progress", preparing)}</p> : null}
          <RiskBanner view={shownView} />
          <ListHead view={shownView} query={shownQuery} />
          <ListPane
            key={query}
            filter={filter}
            query={query}
            first={list}
            current={going ? going.ticketId : ticketId}
            loading={slow && shownQuery !== query}
          />
        </section>
        <div className={styles.ticket} ref={pane}>
          {slow && going?.ticketId && going.ticketId !== ticketId ? (
            <TicketSkeleton />
          ) : ticketId ? (
            <Outlet />
          ) : (
            <PickOne />
          )}
        </div>
      </main>
    </ViewsContext.Provider>
  );
}

export function ErrorBoundary() {
  return (
    <main>
      <Failure />
    </main>
  );
}

/** Where a click inside the inbox is about to lead; null when nothing is on its way. */
function useDestination(): { ticketId: string | undefined; query: string } | null {
  const { location, state } = useNavigation();
  const path = location?.pathname.match(/^\/app\/tickets(?:\/([^/]+))?\/?$/);
  if (state !== "loading" || !location || !path) return null;
  return { ticketId: path[1], query: listQuery(new URLSearchParams(location.search)) };
}
