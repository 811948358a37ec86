// A conversation on paper: every message whole, without what stands around it on the screen.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { findTicket } from "../../tickets/find.server.ts";
import { readTicket, type TicketPage } from "../../tickets/thread.server.ts";
import { useClock } from "../../ui/clock.tsx";
import { formatDate } from "../../ui/dates.ts";
import { Failure } from "../../ui/failure.tsx";
import { LATEST_SHOWN } from "../app.tickets.$ticketId/latest.ts";
import { PrintBar } from "./bar.tsx";
import { PrintedMessage } from "./message.tsx";
import styles from "./print.module.css";

export const loader = page(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  return json(await readTicket(workspace, await findTicket(workspace, params.ticketId), agent));
});

export default function PrintRoute() {
  const ticket = useLoaderData<typeof loader>() as TicketPage;
  const { t } = useTranslation();
  const [notes, setNotes] = useState(false);
  const messages = ticket.messages.filter(({ kind }) => notes || kind !== "note");
  return (
    <main className={styles.page} data-testid="print">
      <PrintBar ticketId={ticket.id} notes={notes} onNotes={setNotes} />
      <div className={styles.paper}>
        <Head ticket={ticket} />
        {ticket.earlier ? (
          <p className={styles.facts}>{t("reading.print.earlier", { count: LATEST_SHOWN })}</p>
        ) : null}
        {messages.map((message) => (
          <PrintedMessage key={message.id} ticketId={ticket.id} message={message} />
        ))}
      </div>
    </main>
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
