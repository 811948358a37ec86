import { useAppBridge } from "@shopify/app-bridge-react";
import { useTranslation } from "react-i18next";
import { useLive } from "../../../ui/live/live.tsx";
import { callVerb } from "../../../ui/verb.ts";

/** Undoes a merge or a split, and says how that went. */
export function useUndoMerge(): (mergeId: string) => Promise<void> {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const { refresh } = useLive();
  return async (mergeId) => {
    const result = await callVerb("DELETE", `/app/merges/${mergeId}`);
    refresh();
    if (result.ok) {
      shopify.toast.show(t("merge.undone"));
      return;
    }
    const further = result.detail.reason === "merged-further";
    const late = result.error === "cannot-undo" || result.error === "not-found";
    shopify.toast.show(t(further ? "merge.undoFurther" : late ? "merge.undoLate" : "merge.failed"), {
      isError: true,
    });
  };
}
