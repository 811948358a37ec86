// What the visitor does just now, as their browser says: types, is there, or has left; and on which page they are.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { VISITOR_TYPING } from "../../../live/news.ts";
import type { ShownVisitor } from "../../../tickets/chat/shown-chat.ts";
import { useSignals } from "../../../ui/live/bus.ts";
import { Ago } from "../../../ui/moment.tsx";
import styles from "./chat.module.css";

/** Said again every few seconds while it is so. */
const LASTS = 8_000;

export function VisitorNow({ ticketId, visitor }: { ticketId: string; visitor: ShownVisitor }) {
  const { t } = useTranslation();
  const typing = useVisitorTyping(ticketId);
  const name = visitor.name ?? t("chat.visitor");
  return (
    <span className={styles.now} role="status" data-testid="visitor-now">
      {visitor.goneAt ? (
        <span>
          {t("chat.now.left", { name })} <Ago at={visitor.goneAt} />
        </span>
      ) : typing ? (
        <span>{t("chat.now.typing", { name })}</span>
      ) : visitor.page ? (
        <span className={styles.page}>
          {t("chat.now.on")}{" "}
          {visitor.page.url ? (
            <a href={visitor.page.url} target="_blank" rel="noreferrer">
              {visitor.page.title}
            </a>
          ) : (
            visitor.page.title
          )}
        </span>
      ) : null}
    </span>
  );
}

function useVisitorTyping(ticketId: string): boolean {
  const [at, setAt] = useState<number | null>(null);
  useSignals(({ type, ticketId: about, state }) => {
    if (about !== ticketId) return;
    // What they typed is here.
    if (type === "message-received") setAt(null);
    if (type === VISITOR_TYPING) setAt((before) => (state === "gone" ? null : (before ?? 0) + 1));
  });
  useEffect(() => {
    if (at === null) return;
    const timer = setTimeout(() => setAt(null), LASTS);
    return () => clearTimeout(timer);
  }, [at]);
  return at !== null;
}
