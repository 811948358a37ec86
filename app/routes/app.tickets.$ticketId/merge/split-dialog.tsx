// A message that is another matter: alone, or with all that came after it.
import { useNavigate } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Button, Checkbox, InlineStack } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../ui/dialog.tsx";
import { useLive } from "../../../ui/live/live.tsx";
import { callVerb } from "../../../ui/verb.ts";
import { useUndoMerge } from "./use-undo-merge.ts";
import styles from "../../../ui/merge.module.css";

export function SplitDialog(props: { ticketId: string; messageId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const { refresh } = useLive();
  const undo = useUndoMerge();
  const [following, setFollowing] = useState(false);
  const [notes, setNotes] = useState(true);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const split = async () => {
    setBusy(true);
    const result = await callVerb<{ mergeId: string; ticketId: string; number: string }>(
      "POST",
      `/app/tickets/${props.ticketId}/split`,
      { messageId: props.messageId, following: following ? "1" : "", notes: following && notes ? "1" : "" },
    );
    setBusy(false);
    if (!result.ok) return setFailed(t(result.error === "cannot-split" ? "merge.splitAll" : "merge.failed"));
    const { mergeId, ticketId, number } = result.data;
    refresh();
    props.onClose();
    navigate(`/app/tickets/${ticketId}`);
    shopify.toast.show(t("merge.splitToast", { number }), {
      action: t("merge.undo"),
      onAction: () => void undo(mergeId).then(() => navigate(`/app/tickets/${props.ticketId}`)),
    });
  };
  return (
    <Dialog title={t("merge.splitTitle")} onClose={props.onClose}>
      <div className={styles.dialog}>
        <BlockStack gap="400">
          <p>{t("merge.splitText")}</p>
          <BlockStack gap="100">
            <Checkbox label={t("merge.following")} checked={following} onChange={setFollowing} />
            <Checkbox label={t("merge.notes")} checked={notes} onChange={setNotes} disabled={!following} />
          </BlockStack>
          {failed ? <Banner tone="critical">{failed}</Banner> : null}
          <InlineStack gap="200" align="end">
            <Button onClick={props.onClose}>{t("merge.cancel")}</Button>
            <Button variant="primary" loading={busy} onClick={() => void split()}>
              {t("merge.splitDo")}
            </Button>
          </InlineStack>
        </BlockStack>
      </div>
    </Dialog>
  );
}
