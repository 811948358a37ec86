import { useTranslation } from "react-i18next";
import { LabelTag } from "../../../ui/label.tsx";
import { useVerbs } from "./verbs.tsx";
import styles from "./controls.module.css";

/** The labels on the ticket; beyond `most` only how many more there are. */
export function TicketLabels({ most = Infinity }: { most?: number }) {
  const { t } = useTranslation();
  const { labels } = useVerbs().now;
  if (!labels.length) return null;
  const rest = labels.slice(most).map(({ name }) => name);
  return (
    <ul className={styles.labels} data-all={most === Infinity} aria-label={t("state.labels.on")}>
      {labels.slice(0, most).map(({ id, name, color }) => (
        <li key={id}>
          <LabelTag name={name} color={color} />
        </li>
      ))}
      {rest.length ? (
        <li className={styles.rest} title={rest.join(", ")}>
          {t("state.labels.more", { count: rest.length })}
        </li>
      ) : null}
    </ul>
  );
}
