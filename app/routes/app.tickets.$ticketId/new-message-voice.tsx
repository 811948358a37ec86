import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TicketPage } from "../../tickets/thread.server.ts";
import styles from "./ticket.module.css";

/** Tells screen readers that somebody has written while the ticket was open. */
export function NewMessageVoice({ ticket }: { ticket: TicketPage }) {
  const { t } = useTranslation();
  const newest = ticket.messages.findLast(({ kind }) => kind === "inbound");
  const known = useRef(newest?.id);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (newest?.id === known.current) return;
    known.current = newest?.id;
    setSaid(
      newest?.fromName ? t("ticket.newMessageFrom", { name: newest.fromName }) : t("ticket.newMessage"),
    );
  }, [newest, t]);
  return (
    <div role="status" aria-live="polite" className={styles.voice} data-testid="voice">
      {said}
    </div>
  );
}
