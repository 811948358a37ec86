import { useTranslation } from "react-i18next";
import type { OrderDetail } from "../../orders/shown/detail.ts";
import { formatMoney } from "../../lib/money.ts";
import { useClock } from "../clock.tsx";
import { formatDate } from "../dates.ts";
import { Part } from "./part.tsx";
import styles from "./orders.module.css";

/** What was paid back, when, and what was noted with it. */
export function Refunds({ refunds }: Pick<OrderDetail, "refunds">) {
  const { t } = useTranslation();
  const { reader } = useClock();
  if (!refunds.length) return null;
  return (
    <Part title={t("orders.refunds")}>
      <ul className={styles.list}>
        {refunds.map(({ id, at, note, amount }) => (
          <li key={id} className={styles.refund} data-testid="refund">
            <span>
              {at ? formatDate(new Date(at), reader) : null}
              {note ? <span className={styles.said}>{note}</span> : null}
            </span>
            <span className={styles.total}>{formatMoney(amount, reader.locale)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
