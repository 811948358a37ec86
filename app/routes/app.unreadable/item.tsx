import { useAppBridge } from "@shopify/app-bridge-react";
import { Button, InlineError, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Unreadable } from "../../channels/unreadable.server.ts";
import { formatBytes } from "../../ui/bytes.ts";
import { useClock } from "../../ui/clock.tsx";
import { useFailureText } from "../../ui/failure.tsx";
import { useLive } from "../../ui/live/live.tsx";
import { Age } from "../../ui/moment.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { callVerb, refusal, type VerbFailure } from "../../ui/verb.ts";
import { useReasonText } from "./reason.ts";
import { readable } from "./readable.ts";
import styles from "./unreadable.module.css";

type FailureCode = VerbFailure["error"];
type RawInput = { raw: string; size: number };

/** Bytes and letters are not the same number, but a beginning has far fewer of either. */
const isBeginning = ({ raw, size }: RawInput): boolean => new Blob([raw]).size < size * 0.9;

/** One raw input: what can be made out of it, why it is here, and what can be done. */
export function UnreadableItem({ item }: { item: Unreadable }) {
  const { t } = useTranslation();
  const reasonText = useReasonText();
  const words = useFailureText();
  const shopify = useAppBridge();
  const { reader } = useClock();
  const { refresh } = useLive();
  const [raw, setRaw] = useState<RawInput | null>(null);
  const [busy, setBusy] = useState<"raw" | "bytes" | "retry" | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);

  const look = async () => {
    if (raw !== null) return setRaw(null);
    setBusy("raw");
    const answer = await readRaw(item.id);
    setBusy(null);
    setFailure("error" in answer ? answer.error : null);
    if ("raw" in answer) setRaw(answer);
  };
  const save = async () => {
    setBusy("bytes");
    const failed = await saveRaw(item.id);
    setBusy(null);
    setFailure(failed);
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
    <li data-testid="unreadable" data-reason={item.reason}>
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
        <Button onClick={() => void save()} loading={busy === "bytes"}>
          {t("unreadable.download", { size: formatBytes(item.size, reader.locale) })}
        </Button>
        <Button onClick={() => void retry()} loading={busy === "retry"}>
          {t("unreadable.retry")}
        </Button>
      </InlineStack>
      {failure ? <InlineError fieldID={item.id} message={words(failure)} /> : null}
      {raw === null ? null : (
        <>
          <pre className={styles.raw} tabIndex={0}>
            {readable(raw.raw)}
          </pre>
          {isBeginning(raw) ? (
            <Text as="p" tone="subdued">
              {t("unreadable.beginning")}
            </Text>
          ) : null}
        </>
      )}
    </li>
  );
}

async function readRaw(id: string): Promise<RawInput | { error: FailureCode }> {
  try {
    const response = await fetch(`/app/unreadable/${id}/raw`);
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return body as RawInput;
    return { error: refusal(body)?.error ?? "unexpected" };
  } catch {
    return { error: "network" };
  }
}

/** Fetched first: a link by itself would carry no session token. Returns what went wrong. */
async function saveRaw(id: string): Promise<FailureCode | null> {
  try {
    const response = await fetch(`/app/unreadable/${id}/bytes`);
    if (!response.ok) return refusal(await response.json().catch(() => null))?.error ?? "unexpected";
    const url = URL.createObjectURL(await response.blob());
    saveFile(url, `${id}.json`);
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    return null;
  } catch {
    return "network";
  }
}
