// What is seen of a ticket: head, conversation, reply box, and the customer beside them.
import { Button } from "@shopify/polaris";
import { XIcon } from "@shopify/polaris-icons";
import { useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { TicketView } from "../../tickets/ticket-view.ts";
import { useAfterPaint } from "../../ui/use-after-paint.ts";
import { Composer } from "./composer/composer.tsx";
import { Details } from "./details.tsx";
import { Head } from "./head.tsx";
import { NewMessageVoice } from "./new-message-voice.tsx";
import { useShown } from "./open-ticket.ts";
import { Thread } from "./thread.tsx";
import { useFocusWhenLost } from "./use-focus-when-lost.ts";
import { useFollowing } from "./use-following.ts";
import { useMarkRead } from "./use-mark-read.ts";
import { useOlder } from "./use-older.ts";
import { useSentReplies } from "./use-sent-replies.ts";
import { useTogether } from "./use-together.ts";
import { useUnread } from "./use-unread.ts";
import { useDone } from "./walk/use-done.ts";
import { useTicketCommands } from "./walk/use-ticket-commands.ts";
import { useWalk } from "./walk/use-walk.ts";
import { WayBack } from "./walk/way-back.tsx";
import styles from "./ticket.module.css";

export function Ticket({ ticket: read, cameFrom }: { ticket: TicketView; cameFrom: string | null }) {
  const { t } = useTranslation();
  const older = useOlder(read);
  const { ticket, addSent } = useSentReplies(older.ticket);
  const unread = useUnread(ticket, read);
  const newest = ticket.messages.at(-1)?.id ?? null;
  const following = useFollowing(newest, ticket.messages.length + ticket.events.length, unread?.id ?? null);
  const [detailsOpen, setDetailsOpen] = useState(false);
  const detailsButton = useRef<HTMLDivElement>(null);
  const closeDetails = () => {
    setDetailsOpen(false);
    detailsButton.current?.querySelector("button")?.focus();
  };
  const painted = useAfterPaint();
  const walk = useWalk(ticket.id);
  const onDone = useDone(ticket);
  useTicketCommands(ticket, walk, () => (detailsOpen ? closeDetails() : setDetailsOpen(true)));
  useShown();
  const onTyping = useTogether(ticket.id);
  useMarkRead(ticket);
  useFocusWhenLost(following.pane);
  return (
    <div className={styles.ticket}>
      <section className={styles.main} aria-labelledby="ticket-subject" data-testid="ticket">
        <WayBack />
        <Head
          ticket={ticket}
          walk={walk}
          detailsOpen={detailsOpen}
          onDetails={() => setDetailsOpen((open) => !open)}
          detailsButton={detailsButton}
        />
        <Thread ticket={ticket} following={following} unread={unread} older={older} />
        <Composer
          ticket={ticket}
          seen={following.seen}
          cameFrom={cameFrom}
          onSent={addSent}
          onDone={onDone}
          onMovedOn={following.toEnd}
          onLeave={following.catchUp}
          onTyping={onTyping}
        />
        <NewMessageVoice ticket={ticket} />
      </section>
      <aside
        id="ticket-details"
        className={styles.details}
        data-open={detailsOpen}
        aria-label={t("ticket.details")}
        onKeyDown={(event) => {
          if (event.key === "Escape" && detailsOpen && !isInMenu(event)) closeDetails();
        }}
      >
        <div className={styles.closeDetails}>
          <Button
            icon={XIcon}
            variant="tertiary"
            accessibilityLabel={t("ticket.hideDetails")}
            onClick={closeDetails}
          />
        </div>
        {painted ? <Details ticket={ticket} /> : null}
      </aside>
    </div>
  );
}

/** In a menu that was opened from here: Escape closes that one. */
const isInMenu = ({ currentTarget, target }: KeyboardEvent<HTMLElement>): boolean =>
  target instanceof Element && (!currentTarget.contains(target) || target.closest("dialog") !== null);
