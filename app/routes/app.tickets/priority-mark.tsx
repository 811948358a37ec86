import { useTranslation } from "react-i18next";
import type { Priority } from "../../tickets/ticket.ts";
import styles from "./row.module.css";

/** Only what should be seen sooner than the rest is marked. */
export function PriorityMark({ priority }: { priority: Priority }) {
  const { t } = useTranslation();
  if (priority === "normal" || priority === "low") return null;
  return (
    <span className={styles.priority} data-priority={priority}>
      {t(`lists.priority.${priority}`)}
    </span>
  );
}
