import { useTranslation } from "react-i18next";
import { MOST_LABELS } from "../../tickets/label.ts";
import { useFailureText } from "../../ui/failure.tsx";
import type { VerbFailure } from "../../ui/verb.ts";

/** Why a label was not made or changed, in plain words. */
export function LabelRefusal({ failure }: { failure: VerbFailure | null }) {
  const { t } = useTranslation();
  const words = useFailureText();
  if (!failure) return null;
  const said =
    failure.error === "too-many"
      ? t("state.settings.tooMany", { most: MOST_LABELS })
      : failure.detail.reason === "taken"
        ? t("state.settings.taken")
        : words(failure.error);
  return <p role="alert">{said}</p>;
}
