import { useTranslation } from "react-i18next";

const KNOWN = ["not-json", "incomplete", "unknown-address", "processing-failed"] as const;

/** Why something could not be read, in words. Reasons of webhooks are all the same to a person. */
export function useReasonText(): (reason: string) => string {
  const { t } = useTranslation();
  return (reason) => {
    const known = KNOWN.find((code) => code === reason);
    return known ? t(`unreadable.reasons.${known}`) : t("unreadable.reasons.other", { reason });
  };
}
