import { Badge } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { DomainState } from "../../workspace/sender.ts";

const TONE = { pending: "attention", verified: "success", failing: "critical" } as const;

/** Whether mail leaves from a domain. */
export function DomainBadge({ state }: { state: DomainState }) {
  const { t } = useTranslation();
  return <Badge tone={TONE[state]}>{t(`settings.domains.states.${state}`)}</Badge>;
}
