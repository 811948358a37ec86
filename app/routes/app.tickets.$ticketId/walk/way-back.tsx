// Back to the ticket somebody came from, when they came by the customer's other tickets.
import { Link, useLocation } from "@remix-run/react";
import { Icon } from "@shopify/polaris";
import { ChevronLeftIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { useAhead } from "../../../ui/ahead.ts";
import styles from "./walk.module.css";

export interface CameFrom {
  id: string;
  number: string;
  /** where they came from before that */
  state: unknown;
}

export function WayBack() {
  const { state } = useLocation();
  const from = cameFrom(state);
  return from ? <BackTo from={from} /> : null;
}

function BackTo({ from }: { from: CameFrom }) {
  const { t } = useTranslation();
  const { search } = useLocation();
  const ahead = useAhead(from.id);
  return (
    <Link
      to={`/app/tickets/${from.id}${search}`}
      state={from.state}
      className={styles.wayBack}
      data-testid="way-back"
      preventScrollReset
      {...ahead}
    >
      <span className={styles.icon}>
        <Icon source={ChevronLeftIcon} />
      </span>
      {t("conversation.backTo", { number: from.number })}
    </Link>
  );
}

/** The browser keeps it in its history: it may be of an older version of this app. */
function cameFrom(state: unknown): CameFrom | null {
  if (typeof state !== "object" || state === null || !("from" in state)) return null;
  const from = state.from as Partial<CameFrom> | null;
  return from && typeof from.id === "string" && typeof from.number === "string"
    ? { id: from.id, number: from.number, state: from.state ?? null }
    : null;
}
