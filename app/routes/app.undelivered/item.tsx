import { Link } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Button, InlineError, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Undelivered } from "../../tickets/undelivered.server.ts";
import { sayReason } from "../../ui/delivery-reason.ts";
import { useFailureText } from "../../ui/failure.tsx";
import { useLive } from "../../ui/live/live.tsx";
import { Age } from "../../ui/moment.tsx";
import { callVerb, type VerbFailure } from "../../ui/verb.ts";
import styles from "./undelivered.module.css";

/** One reply: whose, what became of it and why, and what can be done about it. */
export function UndeliveredItem({ item }: { item: Undelivered }) {
  const { t } = useTranslation();
  return (
    <li data-testid="undelivered" data-state={item.state}>
      <InlineStack align="space-between" blockAlign="baseline" gap="200" wrap={false}>
        <Link to={`/app/tickets/${item.ticketId}`} className={styles.subject}>
          {item.subject || t("list.noSubject")} <span className={styles.number}>{item.number}</span>
        </Link>
        <Age at={item.since} className={styles.small} />
      </InlineStack>
      <Text as="p" breakWord>
        {t("reply.to")}: {useRecipients(item)}
      </Text>
      <p className={styles.preview}>{item.preview}</p>
      <p className={styles.reason} data-lost={item.state === "failed" || item.state === "bounced"}>
        <strong>{t(`delivery.${item.state}`)}.</strong> <Why item={item} />
      </p>
      <Actions item={item} />
    </li>
  );
}

function useRecipients({ to, others }: Undelivered): string {
  const { t } = useTranslation();
  if (!to) return t("reply.noAddress");
  const first = to.name ? `${to.name} <${to.address}>` : to.address;
  return others ? t("undelivered.andOthers", { first, count: others }) : first;
}

function Why({ item }: { item: Undelivered }) {
  const { t } = useTranslation();
  if (item.state === "queued" || item.state === "sending") return <>{t("undelivered.late")}</>;
  return <>{item.reason ? sayReason(t, item.reason) : t("undelivered.noReason")}</>;
}

/** Nothing to press while we are still trying; nothing to send again to who refuses our mail. */
function Actions({ item }: { item: Undelivered }) {
  const { t } = useTranslation();
  const { busy, failure, call } = useDelivery(item);
  const words = useFailureText();
  const waits = item.state === "queued" || item.state === "sending";
  const pointless = item.reason === "suppressed" || item.reason === "no-address";
  return (
    <>
      <InlineStack gap="200">
        {waits || pointless ? null : (
          <Button onClick={() => void call("POST")} loading={busy === "POST"} disabled={busy !== null}>
            {item.state === "unknown" ? t("undelivered.sendAgain") : t("message.resend")}
          </Button>
        )}
        <Button url={`/app/tickets/${item.ticketId}`}>{t("undelivered.open")}</Button>
        {waits ? null : (
          <Button
            variant="tertiary"
            onClick={() => void call("DELETE")}
            loading={busy === "DELETE"}
            disabled={busy !== null}
          >
            {t("undelivered.leave")}
          </Button>
        )}
      </InlineStack>
      {failure ? <InlineError fieldID={item.messageId} message={words(failure)} /> : null}
    </>
  );
}

/** Sends it again (POST) or leaves it at that (DELETE). */
function useDelivery({ ticketId, messageId }: Undelivered) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const { refresh } = useLive();
  const [busy, setBusy] = useState<"POST" | "DELETE" | null>(null);
  const [failure, setFailure] = useState<VerbFailure["error"] | null>(null);
  const call = async (method: "POST" | "DELETE") => {
    setBusy(method);
    const result = await callVerb(method, `/app/tickets/${ticketId}/messages/${messageId}/delivery`);
    setBusy(null);
    setFailure(result.ok ? null : result.error);
    if (result.ok) shopify.toast.show(method === "POST" ? t("undelivered.sentAgain") : t("undelivered.left"));
    refresh();
  };
  return { busy, failure, call };
}
