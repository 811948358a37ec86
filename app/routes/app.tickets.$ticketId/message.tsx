// One message as it reads: the customer's plain, ours tinted, a note yellow with a lock.
import { Badge, Icon } from "@shopify/polaris";
import { LockIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import type { ThreadMessage } from "../../tickets/thread.server.ts";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { LinkedText } from "../../ui/linked-text.tsx";
import { TimeOfDay } from "../../ui/moment.tsx";
import { Delivery } from "./delivery.tsx";
import { HeldAnswer } from "./held-answer.tsx";
import styles from "./thread.module.css";

/** Messages of one sender in a row: sender, time and channel once, above the first. */
export function Run({
  ticketId,
  messages,
}: {
  ticketId: string;
  messages: [ThreadMessage, ...ThreadMessage[]];
}) {
  const [first] = messages;
  return (
    <article className={styles.run} data-kind={first.kind} aria-label={useSender(first)}>
      <Heading message={first} />
      {messages.map((message) => (
        <div
          key={message.id}
          className={styles.message}
          data-testid="message"
          data-kind={message.kind}
          data-id={message.id}
        >
          <Body message={message} />
          {message.relay ? <HeldAnswer ticketId={ticketId} message={message} /> : null}
          {message.delivery ? <Delivery ticketId={ticketId} message={message} /> : null}
        </div>
      ))}
    </article>
  );
}

/** Who a message is from, by name. */
export function useSender(message: ThreadMessage): string {
  const { t } = useTranslation();
  if (message.kind === "inbound" || message.relay)
    return message.fromName || message.fromAddress || t("message.customer");
  return message.authorName ?? t("message.team");
}

function Heading({ message }: { message: ThreadMessage }) {
  const { t } = useTranslation();
  const sender = useSender(message);
  const address = message.fromName && message.fromAddress ? message.fromAddress : undefined;
  return (
    <header className={styles.heading}>
      {message.kind === "note" ? (
        <span className={styles.note}>
          <Icon source={LockIcon} />
          {t("message.note")}
        </span>
      ) : null}
      <span className={styles.sender} title={address}>
        {sender}
      </span>
      {message.kind === "inbound" && message.senderProof === "unverified" ? (
        <span title={t("message.unverifiedHelp")} data-testid="unverified-sender">
          <Badge tone="attention">{t("message.unverified")}</Badge>
        </span>
      ) : null}
      {message.kind === "note" ? null : <ChannelIcon channel={message.channel} />}
      <TimeOfDay at={message.createdAt} className={styles.time} />
    </header>
  );
}

/** The text with its links, or the HTML the server has sanitized (lib/safe-html.ts: text structure and links only). */
function Body({ message }: { message: ThreadMessage }) {
  const { t } = useTranslation();
  if (message.html) {
    return <div className={styles.html} dangerouslySetInnerHTML={{ __html: message.html }} />;
  }
  if (!message.text.trim()) return <p className={styles.nothing}>{t("message.empty")}</p>;
  return (
    <div className={styles.text}>
      <LinkedText text={message.text} />
    </div>
  );
}
