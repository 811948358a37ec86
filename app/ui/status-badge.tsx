import { Badge } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { Status } from "../tickets/ticket.ts";

const TONES = { open: "info", snoozed: "attention", closed: undefined } as const;

export function StatusBadge({ status }: { status: Status }) {
  const { t } = useTranslation();
  return (
    <span data-status={status}>
      <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>
    </span>
  );
}
