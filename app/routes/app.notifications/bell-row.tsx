import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { BellItem } from "../../notifications/bell.server.ts";
import { Age } from "../../ui/moment.tsx";
import styles from "./notifications.module.css";

/** One thing an agent is told: who did what, in which ticket. */
export function BellRow({ item, onOpen }: { item: BellItem; onOpen: () => void }) {
  const { t } = useTranslation();
  const colleague = item.byName ?? t("bell.somebody");
  const name = item.kind === "message" ? (item.customerName ?? t("bell.customer")) : colleague;
  return (
    <li>
      <Link
        to={`/app/tickets/${item.ticketId}`}
        className={styles.item}
        data-unread={item.unread}
        data-testid="notification"
        onClick={item.unread ? onOpen : undefined}
      >
        <span className={styles.top}>
          {item.unread ? <span className={styles.dot} role="img" aria-label={t("bell.unread")} /> : null}
          <span className={styles.what}>{t(`bell.kinds.${item.kind}`, { name })}</span>
          <Age at={item.createdAt} className={styles.age} />
        </span>
        <span className={styles.about}>
          {item.number} · {item.subject || t("list.noSubject")}
        </span>
        {item.text ? <span className={styles.text}>{item.text}</span> : null}
      </Link>
    </li>
  );
}
