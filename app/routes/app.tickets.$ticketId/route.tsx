// One ticket: head, conversation, reply box, and the customer beside them.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import { XIcon } from "@shopify/polaris-icons";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { findTicket } from "../../tickets/find.server.ts";
import { readTicket, type TicketPage } from "../../tickets/thread.server.ts";
import { Failure } from "../../ui/failure.tsx";
import { orLastGood } from "../../ui/last-good.ts";
import { Composer } from "./composer/composer.tsx";
import { Details } from "./details.tsx";
import { Head } from "./head.tsx";
import { NewMessageVoice } from "./new-message-voice.tsx";
import { Thread } from "./thread.tsx";
import { useFocusWhenLost } from "./use-focus-when-lost.ts";
import { useFollowing } from "./use-following.ts";
import { useMarkRead } from "./use-mark-read.ts";
import { useSentReplies } from "./use-sent-replies.ts";
import styles from "./ticket.module.css";

export const loader = page(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  return json(await readTicket(workspace, await findTicket(workspace, params.ticketId), agent));
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("ticket", request, () => serverLoader<typeof loader>());

export default function TicketRoute() {
  const ticket = useLoaderData<typeof loader>() as TicketPage;
  return <Ticket key={ticket.id} ticket={ticket} />;
}

export function ErrorBoundary() {
  return <Failure />;
}

function Ticket({ ticket: read }: { ticket: TicketPage }) {
  const { t } = useTranslation();
  const { ticket, addSent } = useSentReplies(read);
  const newest = ticket.messages.at(-1)?.id ?? null;
  const following = useFollowing(newest, ticket.messages.length + ticket.events.length);
  const [detailsOpen, setDetailsOpen] = useState(false);
  const detailsButton = useRef<HTMLDivElement>(null);
  const closeDetails = () => {
    setDetailsOpen(false);
    detailsButton.current?.querySelector("button")?.focus();
  };
  useMarkRead(ticket);
  useFocusWhenLost(following.pane);
  return (
    <div className={styles.ticket}>
      <section className={styles.main} aria-labelledby="ticket-subject" data-testid="ticket">
        <Head
          ticket={ticket}
          detailsOpen={detailsOpen}
          onDetails={() => setDetailsOpen((open) => !open)}
          detailsButton={detailsButton}
        />
        <Thread ticket={ticket} following={following} />
        <Composer
          ticket={ticket}
          seen={following.seen}
          onSent={addSent}
          onMovedOn={following.toEnd}
          onLeave={following.catchUp}
        />
        <NewMessageVoice ticket={ticket} />
      </section>
      <aside
        id="ticket-details"
        className={styles.details}
        data-open={detailsOpen}
        aria-label={t("ticket.details")}
        onKeyDown={(event) => {
          if (event.key === "Escape" && detailsOpen) closeDetails();
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
        <Details ticket={ticket} />
      </aside>
    </div>
  );
}
