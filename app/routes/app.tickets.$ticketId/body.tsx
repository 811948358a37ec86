// What a message says: what they wrote now as text, or their mail as it was sent when it says more than text can.
import { Button, InlineError } from "@shopify/polaris";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ThreadMessage } from "../../tickets/thread.server.ts";
import { LinkedText } from "../../ui/linked-text.tsx";
import { MailFrame } from "../../ui/mail-frame/mail-frame.tsx";
import { saysMore } from "../../ui/mail-frame/says-more.ts";
import { startForward } from "./composer/mode.ts";
import { SplitDialog } from "./merge/split-dialog.tsx";
import { MessageMenu } from "./message-menu.tsx";
import { useDeleteNote } from "./use-delete-note.ts";
import { useHtml } from "./use-html.ts";
import styles from "./body.module.css";

export function Body({
  ticketId,
  message,
  sender,
}: {
  ticketId: string;
  message: ThreadMessage;
  sender: string;
}) {
  const { t } = useTranslation();
  const path = `/app/tickets/${ticketId}/messages/${message.id}`;
  const rich = useMemo(() => message.html !== null && saysMore(message.html), [message.html]);
  // What the reader chose; until then what suits the mail, whose HTML may come later than its text.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const asSent = chosen ?? rich;
  const [whole, setWhole] = useState(false);
  const passes = message.kind !== "note" && !message.forward;
  const [splitting, setSplitting] = useState(false);
  const onDelete = useDeleteNote(ticketId, message);
  const html = useHtml(`${path}/html`, message, asSent);
  const folds = asSent ? Boolean(html.html?.includes("data-quoted")) : message.trimmed !== null;
  const text = whole ? message.text : (message.trimmed ?? message.text);
  return (
    <div className={styles.body}>
      <MessageMenu
        asSent={message.html || message.htmlLater ? asSent : null}
        onAsSent={setChosen}
        whole={folds ? whole : null}
        onWhole={setWhole}
        onForward={passes ? () => startForward(ticketId, message.id) : null}
        onSplit={() => setSplitting(true)}
        onDelete={onDelete}
      />
      {splitting ? (
        <SplitDialog ticketId={ticketId} messageId={message.id} onClose={() => setSplitting(false)} />
      ) : null}
      {asSent && html.html !== null ? (
        <MailFrame
          mail={{ id: message.id, html: html.html, files: message.files, sender }}
          picturesPath={`${path}/pictures`}
          whole={whole}
        />
      ) : text.trim() ? (
        <div className={styles.text} aria-busy={asSent && !html.failed}>
          <LinkedText text={text} />
        </div>
      ) : (
        <p className={styles.nothing}>{t("message.empty")}</p>
      )}
      {asSent && html.failed ? <InlineError fieldID={message.id} message={t("reading.failed")} /> : null}
      {folds && !asSent ? (
        <div className={styles.fold}>
          <Button
            size="micro"
            accessibilityLabel={whole ? t("reading.fold") : t("reading.unfold")}
            ariaExpanded={whole}
            onClick={() => setWhole(!whole)}
          >
            …
          </Button>
        </div>
      ) : null}
    </div>
  );
}
