import { useTranslation } from "react-i18next";
import type { VerbFailure } from "../../ui/verb.ts";

export interface MacroRefusal {
  field: "name" | "html" | "actions" | "page";
  words: string;
}

/** Why a macro was not saved, and at which field that is said. */
export function useMacroRefusal(failure: VerbFailure | null): MacroRefusal | null {
  const { t } = useTranslation();
  if (!failure) return null;
  const { field, reason, names, most } = failure.detail;
  if (failure.error === "too-many")
    return { field: "page", words: t("macros.settings.refused.tooMany", { most: Number(most) }) };
  if (failure.error !== "invalid") return { field: "page", words: t("macros.settings.refused.other") };
  const at = field === "name" || field === "html" || field === "actions" ? field : "page";
  switch (reason) {
    case "name":
      return { field: at, words: t("macros.settings.refused.name") };
    case "too-long":
      return { field: at, words: t(`macros.settings.refused.${at === "name" ? "tooLongName" : "tooLong"}`) };
    case "empty":
      return { field: at, words: t("macros.settings.refused.empty") };
    case "stranger":
      return {
        field: at,
        words: t("macros.settings.refused.stranger", { names: [names].flat().join(", ") }),
      };
    case "gone":
      return { field: at, words: t("macros.settings.refused.gone") };
    default:
      return { field: at, words: t("macros.settings.refused.other") };
  }
}
