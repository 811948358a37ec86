// This ticket and another become one: which other, which of the two stays, and what that means, before it happens.
import { useNavigate } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Button, InlineStack, SkeletonBodyText, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Mergeable } from "../../../tickets/mergeable.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { useLive } from "../../../ui/live/live.tsx";
import { callVerb } from "../../../ui/verb.ts";
import { Candidates } from "./candidates.tsx";
import { Preview } from "./preview.tsx";
import { useMergeable } from "./use-mergeable.ts";
import { useUndoMerge } from "./use-undo-merge.ts";
import styles from "../../../ui/merge.module.css";

export function MergeDialog({ ticketId, onClose }: { ticketId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [other, setOther] = useState<Mergeable | null>(null);
  const [swapped, setSwapped] = useState(false);
  const answer = useMergeable(ticketId, typed);
  const { merge, busy, failed } = useMerge(ticketId, onClose);
  const found = answer === "failed" ? null : answer;
  const pair = found && other ? pairOf(found.ticket, other, swapped) : null;
  return (
    <Dialog title={t("merge.title")} onClose={onClose}>
      <div className={styles.dialog} data-testid="merge-dialog">
        <BlockStack gap="300">
          <TextField
            label={t("merge.find")}
            value={typed}
            onChange={setTyped}
            autoComplete="off"
            placeholder={t("merge.findHint")}
          />
          {answer === "failed" ? <Banner tone="critical">{t("merge.failed")}</Banner> : null}
          {answer === null ? <SkeletonBodyText lines={4} /> : null}
          {found ? (
            <Candidates found={found.found} suggested={!typed.trim()} chosen={other} onChoose={setOther} />
          ) : null}
          {pair ? <Preview {...pair} onSwap={() => setSwapped(!swapped)} /> : null}
          {failed ? <Banner tone="critical">{failed}</Banner> : null}
          <InlineStack gap="200" align="end">
            <Button onClick={onClose}>{t("merge.cancel")}</Button>
            <Button
              variant="primary"
              disabled={!pair}
              loading={busy}
              onClick={() => (pair ? void merge(pair.from, pair.into) : undefined)}
            >
              {pair ? t("merge.do", { from: pair.from.number, into: pair.into.number }) : t("merge.action")}
            </Button>
          </InlineStack>
        </BlockStack>
      </div>
    </Dialog>
  );
}

/** The older of the two stays, unless asked otherwise: its number is the one the customer knows longer. */
function pairOf(ticket: Mergeable, other: Mergeable, swapped: boolean) {
  const [older, newer] = ticket.id < other.id ? [ticket, other] : [other, ticket];
  return swapped ? { from: older, into: newer } : { from: newer, into: older };
}

function useMerge(ticketId: string, onDone: () => void) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const { refresh } = useLive();
  const undo = useUndoMerge();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const merge = async (from: Mergeable, into: Mergeable) => {
    setBusy(true);
    const path = `/app/tickets/${from.id}/merge`;
    const result = await callVerb<{ mergeId: string }>("POST", path, { into: into.id });
    setBusy(false);
    if (!result.ok) return setFailed(t(result.error === "cannot-merge" ? "merge.refused" : "merge.failed"));
    refresh();
    onDone();
    if (into.id !== ticketId) navigate(`/app/tickets/${into.id}`);
    shopify.toast.show(t("merge.toast", { from: from.number, into: into.number }), {
      action: t("merge.undo"),
      onAction: () => void undo(result.data.mergeId),
    });
  };
  return { merge, busy, failed };
}
