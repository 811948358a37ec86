import {
  AlertTriangleIcon,
  ChatIcon,
  ClockIcon,
  FlagIcon,
  GlobeIcon,
  HeartIcon,
  NoteIcon,
  OrderIcon,
  PackageIcon,
  PersonIcon,
  ReturnIcon,
  StarIcon,
} from "@shopify/polaris-icons";
import type { ViewIcon } from "../../../tickets/saved-view.ts";

/** A personal view's icon, drawn. */
export const DRAWN: Record<ViewIcon, typeof StarIcon> = {
  star: StarIcon,
  flag: FlagIcon,
  heart: HeartIcon,
  person: PersonIcon,
  order: OrderIcon,
  package: PackageIcon,
  return: ReturnIcon,
  alert: AlertTriangleIcon,
  clock: ClockIcon,
  globe: GlobeIcon,
  note: NoteIcon,
  chat: ChatIcon,
};
