import { Badge } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ListedTicket } from "../../tickets/list.server.ts";
import { Ago } from "../../ui/moment.tsx";
import styles from "./row.module.css";

/** An order that has not left: what they want changed about it; in the list of those also how old it is. */
export function RowRisk({ row, dated }: { row: ListedTicket; dated: boolean }) {
  const { t } = useTranslation();
  const { riskWish, riskSince, riskOrderName } = row;
  if (!riskWish || !riskSince || row.status === "closed") return null;
  return (
    <span className={styles.risk} data-testid="row-risk">
      <Badge tone="warning" size="small">
        {t(`risk.wish.${riskWish}`, { order: riskOrderName ?? t("state.wait.order") })}
      </Badge>
      {dated ? (
        <span className={styles.when}>
          {t("risk.placed")} <Ago at={riskSince} />
        </span>
      ) : null}
    </span>
  );
}
