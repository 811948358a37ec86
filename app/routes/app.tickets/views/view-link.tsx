import { Link } from "@remix-run/react";
import { useId } from "react";
import { Icon, type IconSource } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { listPath } from "../../../tickets/list-query.ts";
import { showCount } from "../../../tickets/count.ts";
import styles from "./views.module.css";

/** One view in the pane: its icon, its name, how many are in it. */
export function ViewLink(props: {
  name: string;
  icon: IconSource;
  /** the list's query string */
  query: string;
  current: boolean;
  /** undefined: not known (yet), and no number stands there */
  count?: number | null | undefined;
  /** how many of them this agent has not read: a red mark */
  unread?: number;
  testId?: string;
}) {
  const { t } = useTranslation();
  const { name, count, unread = 0 } = props;
  const id = useId();
  const news = useId();
  const said = t("state.unreadInbox", { count: unread });
  return (
    <span className={styles.item}>
      <Link
        to={listPath(props.query)}
        className={styles.view}
        aria-current={props.current ? "page" : undefined}
        aria-describedby={[count ? id : "", unread ? news : ""].join(" ").trim() || undefined}
        preventScrollReset
        data-testid={props.testId}
      >
        <span className={styles.icon}>
          <Icon source={props.icon} tone="subdued" />
        </span>
        <span className={styles.name} title={name}>
          {name}
        </span>
      </Link>
      {unread ? (
        <span id={news} className={styles.unread} role="img" aria-label={said} data-testid="view-unread" />
      ) : null}
      {count ? (
        <span id={id} className={styles.count} data-testid="view-count">
          {showCount(count)}
        </span>
      ) : null}
    </span>
  );
}
