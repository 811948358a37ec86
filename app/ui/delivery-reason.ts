// Why a message did not arrive, in words. Pure.
import type { TFunction } from "i18next";

const KNOWN = [
  "no-address",
  "no-such-mailbox",
  "bounced",
  "blocked",
  "complained",
  "suppressed",
  "suppression-lifted",
  "refused",
  "sender-unconfirmed",
  "account",
  "credits",
  "attachment-type",
  "file-gone",
  "files-away",
  "provider-down",
  "no-answer",
  "not-handed-over",
  "uninstalled",
] as const;

/** The words for a reason; the code itself when it is none of ours. */
export function sayReason(t: TFunction, reason: string): string {
  const known = KNOWN.find((code) => code === reason);
  return known ? t(`deliveryReason.${known}`) : t("deliveryReason.other", { reason });
}
