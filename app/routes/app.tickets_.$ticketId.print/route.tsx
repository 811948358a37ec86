// A conversation on paper: every message whole, without what stands around it on the screen.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { findTicket } from "../../tickets/find.server.ts";
import { readAll, readTicket, type TicketPage } from "../../tickets/thread.server.ts";
import { useClock } from "../../ui/clock.tsx";
import { formatDate } from "../../ui/dates.ts";
import { Failure } from "../../ui/failure.tsx";
import { PrintBar } from "./bar.tsx";
import { PrintedMessage } from "./message.tsx";
import styles from "./print.module.css";

export const loader = page(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ref = await findTicket(workspace, params.ticketId);
  const ticket = await readTicket(workspace, ref, agent);
  const all = new URL(request.url).searchParams.has("all");
  return json({ all, ...ticket, ...(all ? await readAll(ref, ticket, MOST) : {}) });
});

/** More than this is a book. */
const MOST = 1_000;

export default function PrintRoute() {
  const ticket = useLoaderData<typeof loader>() as TicketPage & { all: boolean };
  const [notes, setNotes] = useState(false);
  const messages = ticket.messages.filter(({ kind }) => notes || kind !== "note");
  return (
    <main className={styles.page} data-testid="print">
      <PrintBar ticketId={ticket.id} notes={notes} onNotes={setNotes} />
      <div className={styles.paper}>
        <Head ticket={ticket} />
        <Extent ticket={ticket} />
        {messages.map((message) => (
          <PrintedMessage key={message.id} ticketId={ticket.id} message={message} />
        ))}
      </div>
    </main>
  );
}

/** How much of the conversation is on the paper. */
function Extent({ ticket }: { ticket: TicketPage & { all: boolean } }) {
  const { t } = useTranslation();
  const { all, earlier, messages } = ticket;
  if (!all && !earlier) return null;
  const count = messages.length;
  const said = all && !earlier ? "conversation.printedAll" : "conversation.printedMost";
  return (
    <p className={styles.facts} data-testid="print-extent">
      {all ? t(said, { count }) : t("reading.print.earlier", { count })}{" "}
      {all ? null : (
        <Link to="?all=1" className={styles.more} replace>
          {t("conversation.printAll")}
        </Link>
      )}
    </p>
  );
}

export function ErrorBoundary() {
  return <Failure />;
}

function Head({ ticket }: { ticket: TicketPage }) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const { number, subject, store, customer, createdAt } = ticket;
  const who = customer ? [customer.name, customer.email].filter(Boolean).join(" · ") : null;
  return (
    <header className={styles.head}>
      <h1 className={styles.subject}>
        {subject || t("list.noSubject")} {number}
      </h1>
      <p className={styles.facts} suppressHydrationWarning>
        {t("reading.print.facts", { store: store.name, date: formatDate(new Date(createdAt), reader) })}
      </p>
      {who ? <p className={styles.facts}>{t("reading.print.customer", { name: who })}</p> : null}
    </header>
  );
}
