import { Link } from "@remix-run/react";
import { useId } from "react";
import { Icon, type IconSource } from "@shopify/polaris";
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
  testId?: string;
}) {
  const { name, count } = props;
  const id = useId();
  return (
    <span className={styles.item}>
      <Link
        to={listPath(props.query)}
        className={styles.view}
        aria-current={props.current ? "page" : undefined}
        aria-describedby={count ? id : undefined}
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
      {count ? (
        <span id={id} className={styles.count} data-testid="view-count">
          {showCount(count)}
        </span>
      ) : null}
    </span>
  );
}
