// The reply box. Whatever happens to Send, the text stays until the reply is known to be on its way.
import { BlockStack, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { useEffect, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Person } from "../../mail/person.ts";
import { textToHtml } from "../../mail/text.ts";
import type { TicketPage } from "../../tickets/thread.server.ts";
import { useLive } from "../../ui/live/live.tsx";
import { callVerb, type VerbFailure } from "../../ui/verb.ts";
import { useDraft } from "./draft.ts";
import { Refused } from "./refused.tsx";
import styles from "./composer.module.css";

export interface SentReply {
  id: string;
  text: string;
}

export function Composer(props: {
  ticket: TicketPage;
  seen: string | null;
  onSent: (reply: SentReply) => void;
  /** the thread moved on: show what is new */
  onMovedOn: () => void;
}) {
  const { t } = useTranslation();
  const { ticket } = props;
  const { refresh } = useLive();
  const draft = useDraft(ticket.id);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  const { to, cc, bcc, signature } = ticket.answer;
  const [first] = to;
  const address = first?.address ?? null;
  const sendable = address !== null && draft.text.trim() !== "" && !sending;

  const send = async () => {
    if (!sendable) return;
    setSending(true);
    setFailure(null);
    // Trimmed here as on the server, so that the same reply is the same text.
    const text = draft.text.trim();
    const fields = {
      html: textToHtml(text),
      to: JSON.stringify(to),
      cc: JSON.stringify(cc),
      bcc: JSON.stringify(bcc),
      requestKey: draft.requestKey,
      seen: props.seen ?? "",
    };
    const result = await callVerb<{ messageId: string }>(
      "POST",
      `/app/tickets/${ticket.id}/messages`,
      fields,
    );
    setSending(false);
    refresh();
    if (result.ok) {
      draft.clear();
      props.onSent({ id: result.data.messageId, text });
      return;
    }
    if (result.error === "key-reused") draft.renewKey();
    if (result.error === "thread-moved-on") props.onMovedOn();
    setFailure(result);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };

  return (
    <form
      className={styles.composer}
      aria-label={t("reply.label")}
      data-testid="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={onKeyDown}
    >
      <BlockStack gap="200">
        <Refused failure={failure} ticket={ticket} onRetry={() => void send()} sendable={sendable} />
        <p className={styles.to} data-testid="reply-to">
          <span className={styles.toLabel}>{t("reply.to")}</span>{" "}
          {address ? [...to, ...cc].map(say).join(", ") : t("reply.noAddress")}
        </p>
        <TextField
          label={t("reply.label")}
          labelHidden
          placeholder={t("reply.placeholder")}
          value={draft.text}
          onChange={draft.write}
          multiline={3}
          maxHeight="40vh"
          autoComplete="off"
          readOnly={sending}
          maxLength={100_000}
        />
        {signature ? (
          <p className={styles.signature} data-testid="signature">
            <span className={styles.toLabel}>{t("reply.signature")}</span>{" "}
            {signature.replace(/\s*\n\s*/g, " · ")}
          </p>
        ) : null}
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Shortcut />
          <Button variant="primary" submit loading={sending} disabled={!sendable && !sending}>
            {t("reply.send")}
          </Button>
        </InlineStack>
      </BlockStack>
    </form>
  );
}

const say = ({ name, address }: Person): string => (name ? `${name} <${address}>` : address);

/** Which keys send, once it is known what keyboard this is. */
function Shortcut() {
  const { t } = useTranslation();
  const [key, setKey] = useState<string | null>(null);
  useEffect(() => setKey(/Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘" : "Ctrl"), []);
  return (
    <span className={styles.shortcut}>
      <Text as="span" tone="subdued" variant="bodySm">
        {key ? t("reply.shortcut", { key }) : null}
      </Text>
    </span>
  );
}
