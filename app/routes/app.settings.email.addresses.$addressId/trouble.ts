import { useTranslation } from "react-i18next";

const KNOWN = [
  "no-such-mailbox",
  "bounced",
  "complained",
  "suppressed",
  "sender-unconfirmed",
  "account",
  "credits",
  "provider-down",
] as const;

/** Why a test mail did not leave or came back, in words. */
export function useTroubleText(): (reason: string) => string {
  const { t } = useTranslation();
  return (reason) => {
    const known = KNOWN.find((one) => one === reason);
    return known ? t(`deliveryReason.${known}`) : t("deliveryReason.refused");
  };
}
