import { Badge } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { AddressState } from "../../workspace/support-address.ts";

const TONE = {
  waiting: "attention",
  taken: "critical",
  connected: "success",
  quiet: "warning",
  retired: "info",
} as const;

/** How an address is doing. */
export function AddressBadge({ state }: { state: AddressState }) {
  const { t } = useTranslation();
  return <Badge tone={TONE[state]}>{t(`settings.addresses.states.${state}`)}</Badge>;
}
