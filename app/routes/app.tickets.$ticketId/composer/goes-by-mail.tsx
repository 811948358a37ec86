import { useTranslation } from "react-i18next";
import type { TicketPage } from "../../../tickets/thread.server.ts";
import styles from "./composer.module.css";

/** Where a chat is over, or nobody is there any more: a reply goes by e-mail, or says why it cannot go at all. */
export function GoesByMail({ ticket, to }: { ticket: TicketPage; to: string | null }) {
  const { t } = useTranslation();
  const { chat } = ticket;
  if (!chat || chat.answers === "chat") return null;
  const why = chat.offline ? "offline" : chat.state === "ended" ? "ended" : "gone";
  return (
    <p className={styles.byMail} data-testid="goes-by-mail" data-nobody={!to}>
      {t(`chat.byMail.${why}`)} {to ? t("chat.byMail.to", { address: to }) : t("chat.byMail.nobody")}
    </p>
  );
}
