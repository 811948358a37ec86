// Why a setting was not taken: at its field where there is one, else in a line of its own.
import { useTranslation } from "react-i18next";
import { useFailureText } from "../failure.tsx";
import type { VerbFailure } from "../verb.ts";
import styles from "./settings.module.css";

const KNOWN = [
  "no-address",
  "ours",
  "connected",
  "too-many",
  "name",
  "too-long",
  "no-domain",
  "public",
  "elsewhere",
  "account",
  "gone",
  "off",
] as const;

type Known = (typeof KNOWN)[number];

/** The words for a refusal that concerns this field; undefined for any other. */
export function useRefusalOf(failure: VerbFailure | null): (field: string) => string | undefined {
  const { t } = useTranslation();
  return (field) => {
    if (failure?.error !== "invalid" || failure.detail.field !== field) return undefined;
    const { reason } = failure.detail;
    const known = KNOWN.find((one): one is Known => one === reason);
    return known === "no-domain" && field === "senderAddress"
      ? t("settings.refused.not-your-domain")
      : t(`settings.refused.${known ?? "other"}`);
  };
}

/** For failures that no field can show. */
export function Refusal({ failure }: { failure: VerbFailure | null }) {
  const words = useFailureText();
  if (!failure || failure.error === "invalid") return null;
  return (
    <p role="alert" className={styles.refusal}>
      {words(failure.error)}
    </p>
  );
}
