import { Link } from "@remix-run/react";
import { Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ListedOrders } from "../../orders/shown/list.server.ts";
import { Ago } from "../../ui/moment.tsx";
import styles from "./orders.module.css";

/** What is to be known of a list: that it is empty, old, cut off at sixty days, and what to do about it. */
export function ListNotes({ listed, searched }: { listed: ListedOrders; searched: boolean }) {
  const { t } = useTranslation();
  const { store, problem, asOf, wholeHistory, withheld } = listed;
  const empty = listed.orders.length === 0;
  return (
    <>
      {problem ? (
        <Text as="p" tone="caution">
          {t(`orders.problem.${problem}`)} {searched ? t("orders.noSearchNow") : null}
          {asOf ? (
            <>
              {t("orders.fromMirror")} <Ago at={asOf} />.
            </>
          ) : null}
        </Text>
      ) : null}
      {withheld ? (
        <Text as="p" tone="caution">
          {t("orders.withheld")}
        </Text>
      ) : null}
      {empty && !problem ? (
        <Text as="p" tone="subdued">
          {searched
            ? t("orders.nothingFound")
            : t(wholeHistory ? "orders.none" : "orders.noneYoung", { store: store.name })}
        </Text>
      ) : null}
      {wholeHistory ? null : (
        <Text as="p" tone="subdued">
          {t("orders.sixtyDays")}{" "}
          <Link to="/app/settings/stores" className={styles.how}>
            {t("orders.sixtyDaysHow")}
          </Link>
        </Text>
      )}
    </>
  );
}
