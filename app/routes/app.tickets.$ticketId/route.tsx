// One ticket: head, conversation, reply box, and the customer beside them.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import { XIcon } from "@shopify/polaris-icons";
import { useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { page } from "../../auth.server.ts";
import type { TicketView } from "../../tickets/ticket-view.ts";
import { Failure } from "../../ui/failure.tsx";
import { Composer } from "./composer/composer.tsx";
import { VerbsProvider } from "./controls/verbs.tsx";
import { Details } from "./details.tsx";
import { Head } from "./head.tsx";
import { NewMessageVoice } from "./new-message-voice.tsx";
import { Thread } from "./thread.tsx";
import { asksFor } from "../../ui/live/scope.ts";
import { useAfterPaint } from "../../ui/use-after-paint.ts";
import { useFocusWhenLost } from "./use-focus-when-lost.ts";
import { openTicket, useShown } from "./open-ticket.ts";
import { useCameFrom } from "./use-came-from.ts";
import { useFollowing } from "./use-following.ts";
import { useMarkRead } from "./use-mark-read.ts";
import { useOlder } from "./use-older.ts";
import { useUnread } from "./use-unread.ts";
import { useSentReplies } from "./use-sent-replies.ts";
import { useDone } from "./walk/use-done.ts";
import { useTicketCommands } from "./walk/use-ticket-commands.ts";
import { useWalk } from "./walk/use-walk.ts";
import { WayBack } from "./walk/way-back.tsx";
import { viewTicket } from "./view.server.ts";
import { useTogether } from "./use-together.ts";
import styles from "./ticket.module.css";

export const loader = page(async (args: LoaderFunctionArgs) => json(await viewTicket(args)));

export const shouldRevalidate = asksFor("ticket", ({ pathname }) => pathname);

export const clientLoader = ({ request, params, serverLoader }: ClientLoaderFunctionArgs) =>
  openTicket(
    params.ticketId ?? "",
    request.signal,
    () => serverLoader<typeof loader>() as Promise<TicketView>,
  );

export default function TicketRoute() {
  const ticket = useLoaderData<typeof loader>() as TicketView;
  const cameFrom = useCameFrom(ticket.id);
  return (
    <VerbsProvider key={ticket.id} ticket={ticket}>
      <Ticket ticket={ticket} cameFrom={cameFrom} />
    </VerbsProvider>
  );
}

export function ErrorBoundary() {
  return <Failure />;
}

/** In a menu that was opened from here: Escape closes that one. */
const isInMenu = ({ currentTarget, target }: KeyboardEvent<HTMLElement>): boolean =>
  target instanceof Element && (!currentTarget.contains(target) || target.closest("dialog") !== null);

function Ticket({ ticket: read, cameFrom }: { ticket: TicketView; cameFrom: string | null }) {
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
