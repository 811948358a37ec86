import { Button, InlineError } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ThreadMessage } from "../../tickets/thread.server.ts";
import { useAgent } from "../../ui/agent.tsx";
import { sayReason } from "../../ui/delivery-reason.ts";
import { useFailureText } from "../../ui/failure.tsx";
import { useLive } from "../../ui/live/live.tsx";
import { callVerb, type VerbFailure } from "../../ui/verb.ts";
import { Held } from "./composer/held.tsx";
import styles from "./thread.module.css";

/** What became of a message we sent: a small word, and when it failed why, with a way to send it again. */
export function Delivery({ ticketId, message }: { ticketId: string; message: ThreadMessage }) {
  const { t } = useTranslation();
  const agent = useAgent();
  const state = message.delivery ?? "unknown";
  const failed = state === "failed" || state === "bounced";
  if (state === "queued" && message.holdUntil) {
    return (
      <div className={styles.delivery} data-testid="delivery" data-delivery={state}>
        <Held
          ticketId={ticketId}
          messageId={message.id}
          holdUntil={message.holdUntil}
          mine={message.authorName === agent.name}
        />
      </div>
    );
  }
  return (
    <div className={styles.delivery} data-failed={failed} data-testid="delivery" data-delivery={state}>
      <span>{t(`delivery.${state}`)}</span>
      {(failed || state === "unknown") && message.deliveryError ? (
        <span>{sayReason(t, message.deliveryError)}</span>
      ) : null}
      {failed && message.deliveryError !== "suppressed" ? (
        <Resend path={`/app/tickets/${ticketId}/messages/${message.id}/delivery`} />
      ) : null}
    </div>
  );
}

function Resend({ path }: { path: string }) {
  const { t } = useTranslation();
  const { refresh } = useLive();
  const words = useFailureText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  const resend = async () => {
    setBusy(true);
    const result = await callVerb("POST", path);
    setBusy(false);
    setFailure(result.ok ? null : result);
    refresh();
  };
  return (
    <>
      <Button size="micro" onClick={resend} disabled={busy}>
        {busy ? t("message.resending") : t("message.resend")}
      </Button>
      {failure ? <InlineError fieldID={path} message={words(failure.error)} /> : null}
    </>
  );
}
