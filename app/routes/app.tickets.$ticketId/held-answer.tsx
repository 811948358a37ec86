// An answer by mail that is not proven to be an agent's: what it is, why it was kept, and what can be done with it.
import { Button, ButtonGroup, Icon, InlineError } from "@shopify/polaris";
import { AlertTriangleIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { HELD_REASONS, maySendHeld } from "../../tickets/held-answer.ts";
import type { ThreadMessage } from "../../tickets/thread.server.ts";
import { useFailureText } from "../../ui/failure.tsx";
import { useLive } from "../../ui/live/live.tsx";
import { callVerb, type VerbFailure } from "../../ui/verb.ts";
import styles from "./held-answer.module.css";

export function HeldAnswer({ ticketId, message }: { ticketId: string; message: ThreadMessage }) {
  const { t } = useTranslation();
  const reason = HELD_REASONS.find((code) => code === message.relayReason) ?? "other";
  return (
    <div className={styles.held} data-testid="held-answer" data-relay={message.relay}>
      {message.relay === "sent" ? (
        <span>{t("held.sent")}</span>
      ) : (
        <>
          <p className={styles.why}>
            <span className={styles.icon}>
              <Icon source={AlertTriangleIcon} tone="caution" />
            </span>
            <span>
              <strong>
                {t("held.title", { who: message.fromAddress ?? message.fromName ?? t("held.unknown") })}
              </strong>{" "}
              {t(`held.reasons.${reason}`)}
            </span>
          </p>
          <Actions
            path={`/app/tickets/${ticketId}/relay/${message.id}`}
            dismissed={message.relay === "dismissed"}
            sendable={maySendHeld(message.relayReason)}
          />
        </>
      )}
    </div>
  );
}

function Actions({ path, dismissed, sendable }: { path: string; dismissed: boolean; sendable: boolean }) {
  const { t } = useTranslation();
  const { refresh } = useLive();
  const words = useFailureText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  const press = (method: "POST" | "DELETE", to: string) => async () => {
    setBusy(true);
    const result = await callVerb(method, to);
    setBusy(false);
    setFailure(result.ok ? null : result);
    refresh();
  };
  if (dismissed) {
    return (
      <div className={styles.dismissed}>
        <span>{t("held.dismissed")}</span>
        <Button variant="plain" onClick={press("DELETE", `${path}/dismissal`)} disabled={busy}>
          {t("held.bringBack")}
        </Button>
      </div>
    );
  }
  return (
    <>
      <ButtonGroup>
        {sendable ? (
          <Button onClick={press("POST", path)} disabled={busy}>
            {t("held.send")}
          </Button>
        ) : null}
        <Button onClick={press("DELETE", path)} disabled={busy} variant="tertiary">
          {t("held.dismiss")}
        </Button>
      </ButtonGroup>
      {failure ? (
        <InlineError
          fieldID={path}
          message={failure.error === "cannot-reply" ? t("held.noAddress") : words(failure.error)}
        />
      ) : null}
    </>
  );
}
