import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CustomerContact } from "../../customers/address-book.ts";
import { useSignals } from "../live/bus.ts";
import { useLive } from "../live/live.tsx";
import { callVerb, type VerbFailure } from "../verb.ts";

interface Answer {
  addresses: CustomerContact[];
}

/** The customer's addresses (null while they are asked for), and what an agent can do with them. */
export function useAddresses(customerId: string) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const { refresh } = useLive();
  const [addresses, setAddresses] = useState<CustomerContact[] | null>(null);
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const path = `/app/customers/${customerId}/addresses`;
  const ask = async (method: "GET" | "POST" | "DELETE", at = path, fields = {}) => {
    if (method !== "GET") setBusy(true);
    const result = await callVerb<Answer>(method, at, fields);
    if (method !== "GET") setBusy(false);
    if (method !== "GET" || !result.ok) setFailure(result.ok ? null : result);
    if (!result.ok) return false;
    setAddresses(result.data.addresses);
    if (method !== "GET") refresh();
    return true;
  };
  useEffect(() => {
    void ask("GET");
    // Another customer is another path; all else is as it was.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- ask is made anew each time and does the same
  }, [path]);
  // A colleague, another tab, a merge undone.
  useSignals(({ type }) => {
    if (type.startsWith("customer-address-") || type.startsWith("customers-")) void ask("GET");
  });
  const undoing = (text: string, undo: () => Promise<boolean>) =>
    shopify.toast.show(text, { action: t("who.undo"), onAction: () => void undo() });
  const remove = async (address: string) => {
    const before = addresses;
    setAddresses((shown) => shown?.filter(({ value }) => value !== address) ?? null);
    if (!(await ask("DELETE", path, { address }))) return setAddresses(before);
    undoing(t("who.addresses.removed", { address }), () => ask("POST", `${path}/restoration`, { address }));
  };
  const add = async (address: string) => {
    if (!(await ask("POST", path, { address }))) return false;
    undoing(t("who.addresses.addedToast", { address }), () => ask("DELETE", path, { address }));
    return true;
  };
  return { addresses, failure, busy, add, remove };
}
