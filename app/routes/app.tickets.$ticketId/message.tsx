// One message as it reads: the customer's plain, ours tinted, a note yellow with a lock.
import { Badge, Icon } from "@shopify/polaris";
import { LockIcon } from "@shopify/polaris-icons";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { ThreadMessage } from "../../tickets/thread.server.ts";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { TimeOfDay } from "../../ui/moment.tsx";
import { Answers } from "./answers.tsx";
import { Attachments } from "./attachments/attachments.tsx";
import { Cards } from "./chat/cards.tsx";
import { ReadMark } from "./chat/read-mark.tsx";
import { Body } from "./body.tsx";
import { Delivery } from "./delivery.tsx";
import { LetIn } from "./let-in.tsx";
import { Facts } from "./facts.tsx";
import { HeldAnswer } from "./held-answer.tsx";
import type { Messages } from "./thread-items.ts";
import styles from "./thread.module.css";

interface RunProps {
  ticketId: string;
  /** the customer's address: our replies go there, and need not say so */
  customer: string | null;
  messages: Messages;
}

/** Messages of one sender in a row: sender, time and channel once, above the first. Drawn anew only when one changes. */
export const Run = memo(function Run({ ticketId, customer, messages }: RunProps) {
  const { t } = useTranslation();
  const [first] = messages;
  const sender = useSender(first);
  return (
    <article className={styles.run} data-kind={first.kind} aria-label={sender}>
      <Heading message={first} />
      {messages.map((message) => (
        <div
          key={message.id}
          className={styles.message}
          data-testid="message"
          data-kind={message.kind}
          data-automatic={message.automatic}
          data-channel={message.channel}
          data-id={message.id}
        >
          <Facts message={message} customer={customer} />
          <Body ticketId={ticketId} message={message} sender={sender} />
          <Answers message={message} />
          <Attachments message={message} />
          <Cards cards={message.cards} />
          {message.senderProof === "unverified" && message.kind === "inbound" ? (
            <LetIn ticketId={ticketId} message={message} />
          ) : null}
          {message.relay ? <HeldAnswer ticketId={ticketId} message={message} /> : null}
          {message.channel === "chat" && message.kind === "outbound" ? (
            message === messages.at(-1) && !message.automatic ? (
              <ReadMark message={message} />
            ) : null
          ) : message.delivery ? (
            <Delivery ticketId={ticketId} message={message} />
          ) : null}
          {message.openedAt ? <p className={styles.opened}>{t("reading.opened")}</p> : null}
        </div>
      ))}
    </article>
  );
}, isSameRun);

function isSameRun(before: RunProps, after: RunProps): boolean {
  return (
    before.ticketId === after.ticketId &&
    before.customer === after.customer &&
    before.messages.length === after.messages.length &&
    before.messages.every((message, index) => message === after.messages[index])
  );
}

/** Who a message is from, by name. */
export function useSender(message: ThreadMessage): string {
  const { t } = useTranslation();
  if (message.kind === "inbound" || message.relay)
    return message.fromName || message.fromAddress || t("message.customer");
  if (message.automatic) return t("chat.automatic");
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
      {message.forward ? <Badge>{t("compose.forwarded")}</Badge> : null}
      {message.kind === "note" ? null : <ChannelIcon channel={message.channel} />}
      <TimeOfDay at={message.createdAt} className={styles.time} />
    </header>
  );
}
