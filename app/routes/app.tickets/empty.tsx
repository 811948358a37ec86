import { Link } from "@remix-run/react";
import { BlockStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isNarrowed, wholeView, type TicketFilter } from "../../tickets/filter.ts";
import { listPath, writeList } from "../../tickets/list-query.ts";
import { SearchEverywhere } from "./search/below.tsx";
import styles from "./inbox.module.css";

/** A list with nothing in it: what belongs here, and where to look next. */
export function EmptyList({ filter }: { filter: TicketFilter }) {
  const { t } = useTranslation();
  const { view } = filter;
  if (filter.search) {
    return (
      <Empty
        title={t("search.nothing.title", { words: filter.search })}
        text={t("search.nothing.text", { view: t(`views.${view}`) })}
      >
        <SearchEverywhere filter={filter} />
        <Link to={listPath(writeList({ ...filter, search: "" }))}>{t("search.nothing.clear")}</Link>
      </Empty>
    );
  }
  if (isNarrowed(filter)) {
    return (
      <Empty title={t("lists.noMatch.title")} text={t("lists.noMatch.text", { view: t(`views.${view}`) })}>
        <Link to={listPath(writeList(wholeView(view)))}>{t("lists.filters.clear")}</Link>
      </Empty>
    );
  }
  return (
    <Empty title={t(`empty.${view}.title`)} text={t(`empty.${view}.text`)}>
      {view === "inbox" ? <Link to="/app/tickets?view=closed">{t("empty.inbox.action")}</Link> : null}
      {view === "mine" ? <Link to="/app/tickets?view=unassigned">{t("views.unassigned")}</Link> : null}
    </Empty>
  );
}

/** Beside the list, before a ticket is chosen. */
export function PickOne() {
  const { t } = useTranslation();
  return (
    <div className={styles.empty}>
      <Words title={t("empty.pick.title")} text={t("empty.pick.text")} />
    </div>
  );
}

function Empty(props: { title: string; text: string; children: ReactNode }) {
  return (
    <div className={styles.empty} data-testid="empty-view">
      <Words title={props.title} text={props.text}>
        {props.children}
      </Words>
    </div>
  );
}

const Words = (props: { title: string; text: string; children?: ReactNode }) => (
  <BlockStack gap="200" inlineAlign="center">
    <Text as="h2" variant="headingSm">
      {props.title}
    </Text>
    <Text as="p" tone="subdued" alignment="center">
      {props.text}
    </Text>
    {props.children}
  </BlockStack>
);
