import { useAppBridge } from "@shopify/app-bridge-react";
import { Button, InlineError, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Unreadable } from "../../channels/unreadable.server.ts";
import { useFailureText } from "../../ui/failure.tsx";
import { useLive } from "../../ui/live/live.tsx";
import { Age } from "../../ui/moment.tsx";
import { callVerb, refusal, type VerbFailure } from "../../ui/verb.ts";
import { useReasonText } from "./reason.ts";
import { readable } from "./readable.ts";
import styles from "./unreadable.module.css";

type FailureCode = VerbFailure["error"];

/** One raw input: what can be made out of it, why it is here, and what can be done. */
export function UnreadableItem({ item }: { item: Unreadable }) {
  const { t } = useTranslation();
  const reasonText = useReasonText();
  const words = useFailureText();
  const shopify = useAppBridge();
  const { refresh } = useLive();
  const [raw, setRaw] = useState<string | null>(null);
  const [busy, setBusy] = useState<"raw" | "retry" | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);

  const look = async () => {
    if (raw !== null) return setRaw(null);
    setBusy("raw");
    const answer = await readRaw(item.id);
    setBusy(null);
    setFailure("error" in answer ? answer.error : null);
    if ("raw" in answer) setRaw(readable(answer.raw));
  };
  const retry = async () => {
    setBusy("retry");
    const result = await callVerb("POST", `/app/unreadable/${item.id}/retry`);
    setBusy(null);
    setFailure(result.ok ? null : result.error);
    if (result.ok) shopify.toast.show(t("unreadable.again"));
    refresh();
  };

  return (
    <li className={styles.item} data-testid="unreadable" data-reason={item.reason}>
      <InlineStack align="space-between" blockAlign="baseline" gap="200">
        <Text as="h2" variant="headingSm" breakWord>
          {item.subject ?? t("unreadable.noSubject")}
        </Text>
        <Age at={item.receivedAt} className={styles.small} />
      </InlineStack>
      <Text as="p" breakWord>
        {t("unreadable.from")}: {item.from ?? t("unreadable.unknown")}
      </Text>
      <Text as="p" tone="subdued">
        {reasonText(item.reason)}
      </Text>
      <InlineStack gap="200">
        <Button onClick={() => void look()} loading={busy === "raw"} ariaExpanded={raw !== null}>
          {raw === null ? t("unreadable.view") : t("unreadable.hide")}
        </Button>
        <Button onClick={() => void retry()} loading={busy === "retry"}>
          {t("unreadable.retry")}
        </Button>
      </InlineStack>
      {failure ? <InlineError fieldID={item.id} message={words(failure)} /> : null}
      {raw === null ? null : (
        <pre className={styles.raw} tabIndex={0}>
          {raw}
        </pre>
      )}
    </li>
  );
}

async function readRaw(id: string): Promise<{ raw: string } | { error: FailureCode }> {
  try {
    const response = await fetch(`/app/unreadable/${id}/raw`);
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return body as { raw: string };
    return { error: refusal(body)?.error ?? "unexpected" };
  } catch {
    return { error: "network" };
  }
}
