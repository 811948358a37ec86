// The bell's page: what concerns this agent, and the workspace's log (rows 62 and 63).
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useFetcher, useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Button, Card, Page } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { listBell, listLog, type BellItem, type LogItem } from "../../notifications/bell.server.ts";
import { listRunningBulks } from "../../tickets/bulk/running.server.ts";
import { Failure } from "../../ui/failure.tsx";
import { orLastGood } from "../../ui/last-good.ts";
import { useLive } from "../../ui/live/live.tsx";
import { callVerb } from "../../ui/verb.ts";
import { BellRow } from "./bell-row.tsx";
import { LogRow } from "./log-row.tsx";
import { NothingHere } from "./nothing-here.tsx";
import { Running } from "./running.tsx";
import styles from "./notifications.module.css";

const TABS = ["messages", "log"] as const;
type Tab = (typeof TABS)[number];

export const loader = page(async ({ request }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const asked = new URL(request.url).searchParams;
  const after = asked.get("after");
  if (asked.get("tab") === "log") {
    const [log, running] = await Promise.all([listLog(workspace, after), listRunningBulks(workspace, agent)]);
    return json({ tab: "log" as const, running, ...log });
  }
  return json({ tab: "messages" as const, ...(await listBell(workspace, agent, after)) });
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("notifications", request, () => serverLoader<typeof loader>());

export default function Notifications() {
  const { t } = useTranslation();
  const first = useLoaderData<typeof loader>();
  const { refresh } = useLive();
  const { tab } = first;
  const silence = async (id?: string) => {
    await callVerb("POST", "/app/notifications/read", id ? { id } : {});
    refresh();
  };
  return (
    <main className={styles.page}>
      <TitleBar title={t("bell.title")} />
      <Page
        title={t("bell.title")}
        narrowWidth
        {...(tab === "messages" && first.items.some((item) => item.unread)
          ? { secondaryActions: [{ content: t("bell.readAll"), onAction: () => void silence() }] }
          : {})}
      >
        <Card padding="0">
          <Tabs current={tab} />
          {first.tab === "log" ? <Running bulks={first.running} /> : null}
          <Items key={tab} first={first} onOpen={(id) => void silence(id)} />
        </Card>
      </Page>
    </main>
  );
}

function Tabs({ current }: { current: Tab }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.tabs} aria-label={t("bell.tabsLabel")}>
      {TABS.map((tab) => (
        <Link
          key={tab}
          to={tab === "log" ? "/app/notifications?tab=log" : "/app/notifications"}
          className={styles.tab}
          aria-current={tab === current ? "page" : undefined}
          preventScrollReset
        >
          {t(`bell.tabs.${tab}`)}
        </Link>
      ))}
    </nav>
  );
}

type Answer = ReturnType<typeof useLoaderData<typeof loader>>;

/** The first page and what "Show more" has brought. */
function Items({ first, onOpen }: { first: Answer; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const fetcher = useFetcher<typeof loader>();
  const [more, setMore] = useState<(BellItem | LogItem)[]>([]);
  const [next, setNext] = useState(first.next);
  const { data } = fetcher;
  useEffect(() => {
    if (!data) return;
    setMore((shown) => [...shown, ...data.items]);
    setNext(data.next);
  }, [data]);
  const items = new Map([...more, ...first.items].map((item) => [item.id, item]));
  if (!items.size) return <NothingHere tab={first.tab} />;
  const newestFirst = [...items.values()].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return (
    <>
      <ul className={styles.items} data-testid="notifications">
        {newestFirst.map((item) =>
          "kind" in item ? (
            <BellRow key={item.id} item={item} onOpen={() => onOpen(item.id)} />
          ) : (
            <LogRow key={item.id} item={item} />
          ),
        )}
      </ul>
      {next ? (
        <div className={styles.more}>
          <Button
            fullWidth
            loading={fetcher.state !== "idle"}
            onClick={() =>
              fetcher.load(`/app/notifications?${new URLSearchParams({ tab: first.tab, after: next })}`)
            }
          >
            {t("bell.more")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

export function ErrorBoundary() {
  return (
    <main>
      <Failure />
    </main>
  );
}
