import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { withAnswers } from "../../tickets/answers.ts";
import type { ThreadMessage } from "../../tickets/thread.server.ts";
import { useClock } from "../../ui/clock.tsx";
import { formatExact } from "../../ui/dates.ts";
import { MailFrame } from "../../ui/mail-frame/mail-frame.tsx";
import { saysMore } from "../../ui/mail-frame/says-more.ts";
import { Cards } from "../app.tickets.$ticketId/chat/cards.tsx";
import { useSender } from "../app.tickets.$ticketId/message.tsx";
import { useHtml } from "../app.tickets.$ticketId/use-html.ts";
import styles from "./print.module.css";

/** A message with all it quotes, and when and by whom it was written. */
export function PrintedMessage({ ticketId, message }: { ticketId: string; message: ThreadMessage }) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const path = `/app/tickets/${ticketId}/messages/${message.id}`;
  const { html } = useHtml(`${path}/html`, message, true);
  const framed = useMemo(() => (html !== null && saysMore(html) ? html : null), [html]);
  const sender = useSender(message);
  return (
    <article className={styles.message} data-kind={message.kind} data-testid="printed">
      <header className={styles.heading}>
        {message.kind === "note" ? <strong>{t("message.note")} · </strong> : null}
        <strong>{sender}</strong>
        {message.fromName && message.fromAddress ? ` <${message.fromAddress}>` : null}
        <time dateTime={message.createdAt} suppressHydrationWarning>
          {formatExact(new Date(message.createdAt), reader)}
        </time>
      </header>
      {framed === null ? (
        <>
          <p className={styles.text}>{withAnswers(message.text, message.answers)}</p>
          <Cards cards={message.cards} />
        </>
      ) : (
        <MailFrame
          mail={{ id: `print ${message.id}`, html: framed, files: message.files, sender }}
          picturesPath={`${path}/pictures`}
          whole
        />
      )}
    </article>
  );
}
