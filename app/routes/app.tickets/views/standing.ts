import {
  AlertTriangleIcon,
  ArchiveIcon,
  CheckCircleIcon,
  ClockIcon,
  FlagIcon,
  InboundIcon,
  ListBulletedIcon,
  PersonIcon,
  PersonRemoveIcon,
  SendIcon,
} from "@shopify/polaris-icons";
import type { View } from "../../../tickets/view.ts";

/** How each standing view looks, and the keys that go there. */
export const STANDING: Record<View, { icon: typeof InboundIcon; keys?: string }> = {
  "at-risk": { icon: AlertTriangleIcon, keys: "g r" },
  inbox: { icon: InboundIcon, keys: "g i" },
  mine: { icon: PersonIcon, keys: "g m" },
  unassigned: { icon: PersonRemoveIcon, keys: "g u" },
  sent: { icon: SendIcon, keys: "g s" },
  snoozed: { icon: ClockIcon, keys: "g z" },
  closed: { icon: CheckCircleIcon, keys: "g c" },
  all: { icon: ListBulletedIcon, keys: "g a" },
  archived: { icon: ArchiveIcon },
  spam: { icon: FlagIcon },
};

/** Beside these a number would only be large. */
export const UNCOUNTED: readonly View[] = ["closed", "all", "archived"];
