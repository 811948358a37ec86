// What a thread consists of, one below the other.
import { Button } from "@shopify/polaris";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ThreadEvent } from "../../tickets/thread.server.ts";
import { useClock } from "../../ui/clock.tsx";
import { dayName } from "../../ui/dates.ts";
import { EventLine } from "./event-line.tsx";
import { Run } from "./message.tsx";
import type { ThreadItem } from "./thread-items.ts";
import styles from "./thread.module.css";

export const ThreadItems = memo(function ThreadItems(props: {
  items: ThreadItem[];
  ticketId: string;
  customer: string | null;
}) {
  return props.items.map((item) => {
    if (item.kind === "day") return <Day key={item.key} at={item.at} />;
    if (item.kind === "new") return <NewLine key={item.key} />;
    if (item.kind === "event") return <EventLine key={item.key} event={item.event} />;
    if (item.kind === "events") return <Events key={item.key} events={item.events} />;
    return (
      <Run key={item.key} ticketId={props.ticketId} customer={props.customer} messages={item.messages} />
    );
  });
});

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

function NewLine() {
  const { t } = useTranslation();
  return (
    <p className={styles.newLine} data-testid="new-line">
      {t("conversation.new")}
    </p>
  );
}

/** A row of changes, told on request. */
function Events({ events }: { events: ThreadEvent[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.events} data-testid="thread-events">
      <Button variant="plain" size="micro" onClick={() => setOpen(!open)} ariaExpanded={open}>
        {t("conversation.changes", { count: events.length })}
      </Button>
      {open ? events.map((event) => <EventLine key={event.id} event={event} />) : null}
    </div>
  );
}
