import { useTranslation } from "react-i18next";
import type { Mergeable } from "../../../tickets/mergeable.ts";
import { StatusBadge } from "../../../ui/status-badge.tsx";
import styles from "../../../ui/merge.module.css";

/** The tickets to choose from, each with why it is there. */
export function Candidates(props: {
  found: Mergeable[];
  suggested: boolean;
  chosen: Mergeable | null;
  onChoose: (ticket: Mergeable) => void;
}) {
  const { t } = useTranslation();
  const { found, suggested, chosen, onChoose } = props;
  if (!found.length) return <p role="status">{t(suggested ? "merge.noSuggestions" : "merge.noneFound")}</p>;
  return (
    <fieldset className={styles.candidates}>
      <legend>{t(suggested ? "merge.suggested" : "merge.found")}</legend>
      {found.map((ticket) => (
        <label key={ticket.id} className={styles.candidate} data-testid="merge-candidate">
          <input
            type="radio"
            name="merge-with"
            checked={chosen?.id === ticket.id}
            onChange={() => onChoose(ticket)}
          />
          <span className={styles.about}>
            <span className={styles.subject} title={ticket.subject}>
              {ticket.number} {ticket.subject || t("list.noSubject")}
            </span>
            <span className={styles.why}>
              {[
                ticket.customerName ?? t("list.unknownSender"),
                ...ticket.reasons.map((reason) =>
                  t(`merge.because.${reason}`, { order: ticket.orderName ?? "" }),
                ),
              ].join(" · ")}
            </span>
          </span>
          <StatusBadge status={ticket.status} />
        </label>
      ))}
    </fieldset>
  );
}
