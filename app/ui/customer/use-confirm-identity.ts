import { useAppBridge } from "@shopify/app-bridge-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLive } from "../live/live.tsx";
import { callVerb } from "../verb.ts";

/** An agent makes sure of who the customer is, or thinks better of it. */
export function useConfirmIdentity(ticketId: string) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const { refresh } = useLive();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const ask = async (method: "POST" | "DELETE") => {
    setBusy(true);
    const { ok } = await callVerb(method, `/app/tickets/${ticketId}/identity`);
    setBusy(false);
    setFailed(!ok);
    if (ok) refresh();
    return ok;
  };
  const takeBack = () => ask("DELETE");
  const confirm = async () => {
    if (!(await ask("POST"))) return false;
    shopify.toast.show(t("identity.confirmed"), {
      action: t("identity.undo"),
      onAction: () => void takeBack(),
    });
    return true;
  };
  return { confirm, takeBack, busy, failed };
}
