// Whether the visitor has seen what we said to them.
import { createContext, useContext } from "react";
import { useTranslation } from "react-i18next";
import type { ThreadMessage } from "../../../tickets/thread.server.ts";
import styles from "../thread.module.css";

/** When they last looked, ISO 8601; null: not yet. Undefined where there is no chat. */
export const VisitorReadAt = createContext<string | null | undefined>(undefined);

export function ReadMark({ message }: { message: ThreadMessage }) {
  const { t } = useTranslation();
  const readAt = useContext(VisitorReadAt);
  const read = Boolean(readAt && readAt >= message.createdAt);
  return (
    <div className={styles.delivery} data-testid="read-mark" data-read={read}>
      {t(read ? "chat.mark.read" : message.delivery === "queued" ? "delivery.queued" : "chat.mark.sent")}
    </div>
  );
}
