import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { RecipientResult } from "../../tickets/requests/progress.server.ts";
import styles from "./request.module.css";

/** One recipient: who, what became of their mail and why, and their ticket. */
export function RecipientRow({ recipient }: { recipient: RecipientResult }) {
  const { t } = useTranslation();
  const { name, address, state, reason, ticket } = recipient;
  const failed = state === "failed" || state === "bounced";
  return (
    <li className={styles.row} data-testid="recipient" data-state={state}>
      <span className={styles.who}>
        <strong>{name || address}</strong>
        {name ? <span className={styles.address}>{address}</span> : null}
      </span>
      <span className={styles.state} data-failed={failed}>
        <span>{t(`requests.state.${state}`)}</span>
        {failed && reason ? <span className={styles.reason}>{sayReason(t, reason)}</span> : null}
      </span>
      {ticket ? (
        <Link
          to={`/app/tickets/${ticket.id}?view=sent`}
          className={styles.ticket}
          aria-label={t("requests.openTicket", { number: ticket.number })}
        >
          {ticket.number}
        </Link>
      ) : null}
    </li>
  );
}

const OURS = ["invalid", "ours", "unresolved", "erased", "uninstalled", "failed"] as const;
const MAILS = ["no-address", "no-such-mailbox", "bounced", "complained", "suppressed", "refused"] as const;

function sayReason(t: TFunction, reason: string): string {
  const ours = OURS.find((code) => code === reason);
  if (ours) return t(`requests.reasons.${ours}`);
  const mails = MAILS.find((code) => code === reason);
  return mails ? t(`deliveryReason.${mails}`) : t("deliveryReason.other", { reason });
}
