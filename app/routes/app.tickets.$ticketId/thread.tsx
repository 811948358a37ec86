// The conversation, newest at the bottom. It stays where the reader is: it follows new messages only when the
// reader is at the end already, and says so with a pill otherwise.
import { Button } from "@shopify/polaris";
import { ArrowDownIcon } from "@shopify/polaris-icons";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LATEST_SHOWN } from "./latest.ts";
import type { TicketPage } from "../../tickets/thread.server.ts";
import { useClock } from "../../ui/clock.tsx";
import { dayName, dayOf } from "../../ui/dates.ts";
import { EventLine } from "./event-line.tsx";
import { Run } from "./message.tsx";
import { threadItems } from "./thread-items.ts";
import type { Following } from "./use-following.ts";
import styles from "./thread.module.css";

export function Thread({ ticket, following }: { ticket: TicketPage; following: Following }) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const { messages, events, earlier } = ticket;
  const items = useMemo(
    () => threadItems({ messages, events, earlier }, (at) => dayOf(new Date(at), reader)),
    [messages, events, earlier, reader],
  );
  return (
    <div className={styles.frame}>
      <section
        ref={following.pane}
        className={styles.thread}
        aria-label={t("ticket.thread")}
        tabIndex={0}
        data-testid="thread"
      >
        <div ref={following.content}>
          {earlier ? <p className={styles.event}>{t("ticket.earlier", { count: LATEST_SHOWN })}</p> : null}
          {items.map((item) => {
            if (item.kind === "day") return <Day key={item.key} at={item.at} />;
            if (item.kind === "event") return <EventLine key={item.key} event={item.event} />;
            return (
              <Run
                key={item.key}
                ticketId={ticket.id}
                customer={ticket.customer?.email ?? null}
                messages={item.messages}
              />
            );
          })}
        </div>
      </section>
      {following.behind ? (
        <div className={styles.pill}>
          <Button icon={ArrowDownIcon} onClick={following.catchUp}>
            {t("ticket.newMessage")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Day({ at }: { at: string }) {
  const { t } = useTranslation();
  const { now, reader } = useClock();
  const name = dayName(new Date(at), now, reader);
  return (
    <h3 className={styles.day} suppressHydrationWarning>
      {typeof name === "string" ? t(`time.${name}`) : name.date}
    </h3>
  );
}
