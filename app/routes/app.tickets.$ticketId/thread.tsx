// The conversation, newest at the bottom. It stays where the reader is: it follows new messages only when the
// reader is at the end already, and says so with a pill otherwise; what appears above does not move what they read.
import { Button } from "@shopify/polaris";
import { ArrowDownIcon } from "@shopify/polaris-icons";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TicketView } from "../../tickets/ticket-view.ts";
import { useClock } from "../../ui/clock.tsx";
import { dayOf } from "../../ui/dates.ts";
import { VisitorReadAt } from "./chat/read-mark.tsx";
import { foldMiddle, openFrom } from "./fold-middle.ts";
import { Fold, OlderMessages } from "./older-messages.tsx";
import { ThreadItems } from "./thread-lines.tsx";
import { threadItems } from "./thread-items.ts";
import type { Unread } from "./unread.ts";
import type { Following } from "./use-following.ts";
import { useHold } from "./use-hold.ts";
import type { Older } from "./use-older.ts";
import styles from "./thread.module.css";

export function Thread(props: {
  ticket: TicketView;
  following: Following;
  unread: Unread | null;
  older: Older;
}) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const { ticket, following, older } = props;
  const { messages, events, earlier } = ticket;
  const newFrom = props.unread?.line ? props.unread.id : null;
  const [open, setOpen] = useState(() => openFrom(messages, props.unread?.id ?? null));
  const hold = useHold(following.pane);
  const items = useMemo(
    () => threadItems({ messages, events, earlier, newFrom }, (at) => dayOf(new Date(at), reader)),
    [messages, events, earlier, newFrom, reader],
  );
  const { above, fold, below } = useMemo(() => foldMiddle(items, open, earlier), [items, open, earlier]);
  const unfold = () => {
    hold(true);
    setOpen(null);
  };
  const customer = ticket.customer?.email ?? null;
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
          <VisitorReadAt.Provider value={ticket.chat?.visitorReadAt}>
            {earlier && !fold ? <OlderMessages older={older} pane={following.pane} settle={hold} /> : null}
            <ThreadItems items={above} ticketId={ticket.id} customer={customer} />
            {fold ? <Fold count={fold.messages} more={earlier} onUnfold={unfold} /> : null}
            <ThreadItems items={below} ticketId={ticket.id} customer={customer} />
          </VisitorReadAt.Provider>
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
