import { Icon } from "@shopify/polaris";
import { AlertTriangleIcon, ArrowDownIcon, ArrowUpIcon, MinusIcon } from "@shopify/polaris-icons";
import type { Priority } from "../tickets/ticket.ts";

export const PRIORITY_ICONS = {
  low: ArrowDownIcon,
  normal: MinusIcon,
  high: ArrowUpIcon,
  urgent: AlertTriangleIcon,
} as const;

const TONES = { low: "subdued", normal: "subdued", high: "caution", urgent: "critical" } as const;

/** The sign of a priority; its word stands beside it. */
export const PriorityIcon = ({ priority }: { priority: Priority }) => (
  <Icon source={PRIORITY_ICONS[priority]} tone={TONES[priority]} />
);
