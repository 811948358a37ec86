import { useTranslation } from "react-i18next";
import { daysLeft } from "../../tickets/archive.ts";
import type { ListedTicket } from "../../tickets/list.server.ts";
import { useClock } from "../../ui/clock.tsx";
import { formatExact } from "../../ui/dates.ts";
import { formatWake } from "./wake.ts";
import styles from "./row.module.css";

/** When a snoozed ticket wakes, or how long an archived one is still there. */
export function RowTime({
  row,
}: {
  row: Pick<ListedTicket, "snoozedUntil" | "snoozedFor" | "archivedAt" | "orderName">;
}) {
  const { t } = useTranslation();
  const { now, reader } = useClock();
  if (row.archivedAt) {
    const count = daysLeft(new Date(row.archivedAt), now);
    return <span className={styles.when}>{t("lists.daysLeft", { count })}</span>;
  }
  if (!row.snoozedUntil) return null;
  if (row.snoozedFor) {
    const order = row.orderName ?? t("state.wait.order");
    return <span className={styles.when}>{t(`state.wait.until.${row.snoozedFor}`, { order })}</span>;
  }
  const wakes = new Date(row.snoozedUntil);
  return (
    <time
      dateTime={row.snoozedUntil}
      title={formatExact(wakes, reader)}
      className={styles.when}
      suppressHydrationWarning
    >
      {t("lists.until", { when: formatWake(wakes, now, reader) })}
    </time>
  );
}
