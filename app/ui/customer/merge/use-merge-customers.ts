import { useLocation, useNavigate } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CustomerSide } from "../../../customers/merging/side.ts";
import { useLive } from "../../live/live.tsx";
import { callVerb } from "../../verb.ts";

/** Makes two customers one, and tells how it went; the way back is in the toast and on the customer's page. */
export function useMergeCustomers(onDone: () => void) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { refresh } = useLive();
  const undo = useUndoCustomerMerge();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const merge = async (from: CustomerSide, into: CustomerSide, name: "from" | "into") => {
    setBusy(true);
    const path = `/app/customers/${from.id}/merge`;
    const result = await callVerb<{ mergeId: string }>("POST", path, { into: into.id, name });
    setBusy(false);
    if (!result.ok) {
      const { reason } = result.detail;
      const known = reason === "already-merged" || reason === "too-large";
      return setFailed(t(known ? `who.merge.refused.${reason}` : "who.merge.failed"));
    }
    onDone();
    if (pathname === `/app/customers/${from.id}`) navigate(`/app/customers/${into.id}`, { replace: true });
    else refresh();
    const kept = name === "from" ? from : into;
    shopify.toast.show(t("who.merge.toast", { name: kept.name || kept.email || "" }), {
      action: t("who.undo"),
      onAction: () => void undo(result.data.mergeId),
    });
  };
  return { merge, busy, failed };
}

/** Makes two of them again, and says how that went. */
export function useUndoCustomerMerge(): (mergeId: string) => Promise<void> {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const { refresh } = useLive();
  return async (mergeId) => {
    const result = await callVerb("DELETE", `/app/customer-merges/${mergeId}`);
    refresh();
    if (result.ok) return void shopify.toast.show(t("who.merge.undone"));
    const { reason } = result.detail;
    const known = reason === "merged-further" || reason === "gone";
    shopify.toast.show(t(known ? `who.merge.cannotUndo.${reason}` : "who.merge.failed"), { isError: true });
  };
}
