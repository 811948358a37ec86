// The inbox: the list beside the open ticket, or one of them at a time where there is no room for both.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import {
  Link,
  Outlet,
  useLoaderData,
  useNavigate,
  useNavigation,
  useParams,
  type ClientLoaderFunctionArgs,
} from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { countUnreadable } from "../../channels/unreadable.server.ts";
import { mayManageInbox } from "../../team/roles.ts";
import { readFilter } from "../../tickets/filter.ts";
import { countUndelivered } from "../../tickets/undelivered.server.ts";
import { viewOf } from "../../tickets/view.ts";
import { Failure } from "../../ui/failure.tsx";
import { orLastGood } from "../../ui/last-good.ts";
import { useSlow } from "../../ui/slow.ts";
import { TicketSkeleton } from "../../ui/ticket-skeleton.tsx";
import { listPages, pagesOf } from "./pages.server.ts";
import { PickOne } from "./empty.tsx";
import { TicketList } from "./ticket-list.tsx";
import { UndeliveredNotice } from "./undelivered-notice.tsx";
import { UnreadableNotice } from "./unreadable-notice.tsx";
import { Views } from "./views.tsx";
import styles from "./inbox.module.css";

export const loader = page(async ({ request }: LoaderFunctionArgs) => {
  const { workspace, agent, store } = await requireAgent(request);
  const asked = new URL(request.url).searchParams;
  const filter = readFilter(asked);
  const after = asked.get("after");
  const counts = mayManageInbox(agent.role) && !after;
  const [list, unreadable, undelivered] = await Promise.all([
    listPages(
      workspace,
      { id: agent.id, timeZone: store.timeZone },
      { filter, after, pages: pagesOf(asked.get("pages")) },
    ),
    counts ? countUnreadable(workspace) : 0,
    after ? 0 : countUndelivered(workspace),
  ]);
  return json({ view: filter.view, list, unreadable, undelivered });
});

export const clientLoader = async ({ request, serverLoader }: ClientLoaderFunctionArgs) => {
  const asked = new URL(request.url).searchParams;
  try {
    return await orLastGood("list", request, () => serverLoader<typeof loader>());
  } catch (error) {
    // "Show more" without a connection: the list stands, and the button stays to be pressed again.
    const after = asked.get("after");
    if (error instanceof Response || !after) throw error;
    return {
      view: viewOf(asked.get("view")),
      list: { rows: [], next: after },
      unreadable: 0,
      undelivered: 0,
    };
  }
};

export default function Inbox() {
  const { t } = useTranslation();
  const { view, list, unreadable, undelivered } = useLoaderData<typeof loader>();
  const { ticketId } = useParams();
  const navigate = useNavigate();
  const going = useDestination();
  const slow = useSlow(going !== null);
  const shownTicket = slow && going ? going.ticketId : ticketId;
  const shownView = going && going.ticketId === undefined ? going.view : view;
  return (
    <main className={styles.inbox} data-showing={shownTicket ? "ticket" : "list"}>
      <TitleBar title={t("nav.inbox")}>
        <button variant="primary" onClick={() => navigate("/app/requests/new")}>
          {t("requests.new")}
        </button>
      </TitleBar>
      <h1 className={styles.unseen}>{t("nav.inbox")}</h1>
      <section className={styles.list} aria-label={t("list.label")}>
        <UndeliveredNotice count={undelivered} />
        <UnreadableNotice count={unreadable} />
        <Views current={shownView} />
        {shownView === "spam" ? (
          <p className={styles.notice}>
            <Link to="/app/blocked">{t("blocked.link")}</Link>
          </p>
        ) : null}
        <TicketList
          key={view}
          view={view}
          first={list}
          current={going ? going.ticketId : ticketId}
          loading={slow && shownView !== view}
        />
      </section>
      <div className={styles.ticket}>
        {slow && going?.ticketId && going.ticketId !== ticketId ? (
          <TicketSkeleton />
        ) : ticketId ? (
          <Outlet />
        ) : (
          <PickOne />
        )}
      </div>
    </main>
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
function useDestination(): { ticketId: string | undefined; view: ReturnType<typeof viewOf> } | null {
  const { location, state } = useNavigation();
  const path = location?.pathname.match(/^\/app\/tickets(?:\/([^/]+))?\/?$/);
  if (state !== "loading" || !location || !path) return null;
  return { ticketId: path[1], view: viewOf(new URLSearchParams(location.search).get("view")) };
}
