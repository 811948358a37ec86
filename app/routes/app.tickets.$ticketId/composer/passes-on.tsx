// What a forward passes on: one message or the whole conversation. Its files come along once something is written or
// addressed, and can be taken out like any others.
import { Select } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ShownFile } from "../../../files/file.ts";
import type { TicketPage } from "../../../tickets/thread.server.ts";
import { useClock } from "../../../ui/clock.tsx";
import { formatExact } from "../../../ui/dates.ts";
import { callVerb } from "../../../ui/verb.ts";
import { isStarted } from "./draft.ts";
import { draftOf } from "./kept-drafts.ts";
import type { Writing } from "./use-writing.ts";
import styles from "./composer.module.css";

const ALL = "all";

export function PassesOn({ ticket, writing }: { ticket: TicketPage; writing: Writing }) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const { forwardedId } = writing.draft;
  useFilesOf(ticket.id, writing);
  const options = ticket.messages
    .filter(({ kind, forward }) => kind !== "note" && !forward)
    .map((message) => ({
      value: message.id,
      label: `${message.automatic ? t("chat.automatic") : (message.authorName ?? message.fromName ?? message.fromAddress ?? t("message.customer"))} · ${formatExact(new Date(message.createdAt), reader)}`,
    }))
    .reverse();
  return (
    <div className={styles.passesOn}>
      <Select
        label={t("compose.passesOn")}
        labelInline
        options={[...options, { value: ALL, label: t("compose.wholeConversation") }]}
        value={forwardedId ?? ALL}
        onChange={(value) => writing.passOn(value === ALL ? null : value)}
      />
      <p className={styles.hint}>{t("compose.notesStay")}</p>
    </div>
  );
}

/** Fetched when a forward is begun, and anew when something else is to be passed on. */
function useFilesOf(ticketId: string, { draft }: Writing): void {
  const started = isStarted(draft);
  const { forwardedId } = draft;
  // What was begun before (or elsewhere) has its files already.
  const had = useRef(started ? (forwardedId ?? ALL) : null);
  const copies = useRef<string[]>([]);
  useEffect(() => {
    const what = forwardedId ?? ALL;
    if (!started || had.current === what) return;
    had.current = what;
    const before = copies.current;
    copies.current = [];
    const path = `/app/tickets/${ticketId}/forwards/files`;
    void callVerb<{ files: ShownFile[] }>("POST", path, { forwardedId: forwardedId ?? "" }).then((result) => {
      if (!result.ok) return;
      copies.current = result.data.files.map(({ id }) => id);
      draftOf(ticketId, "forward").change((now) => ({
        ...now,
        files: [...now.files.filter(({ id }) => !before.includes(id)), ...result.data.files],
        saved: false,
      }));
    });
  }, [ticketId, started, forwardedId]);
}
