import { useNavigate, useLocation } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { listPath, listQuery } from "../../../tickets/list-query.ts";
import { useMoveOn } from "./use-walk.ts";

/** A reply went out and the ticket is done with for now: on to the next, with a way back to where it can be undone. */
export function useDone({ id, number }: { id: string; number: string }): () => void {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const moveOn = useMoveOn(id);
  const query = listQuery(new URLSearchParams(useLocation().search));
  return useCallback(() => {
    if (!moveOn()) return;
    const action = t("conversation.backTo", { number });
    shopify.toast.show(t("conversation.sentAndDone", { number }), {
      action,
      onAction: () => navigate(listPath(query, id)),
    });
  }, [moveOn, shopify, navigate, t, query, id, number]);
}
