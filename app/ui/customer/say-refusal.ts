// Why a note or a tag was not changed, in words.
import type { TFunction } from "i18next";
import type { VerbFailure } from "../verb.ts";

export function sayRefusal(t: TFunction, { error, detail }: VerbFailure, store: string): string {
  if (error === "network") return t("customer.refused.network");
  if (error === "invalid") return t("customer.refused.invalid");
  if (error === "not-found") return t("customer.refused.gone", { store });
  if (error !== "shopify-failed") return t("failure.unexpected");
  const { problem, said, whoCan } = detail;
  const able = Array.isArray(whoCan) ? whoCan.filter((name) => typeof name === "string") : [];
  switch (problem) {
    case "signed-out":
      return t("orderActions.why.signedOut", { store });
    case "denied":
      return able.length
        ? t("customer.refused.deniedBut", { names: able.join(", ") })
        : t("customer.refused.denied");
    case "throttled":
      return t("customer.refused.throttled");
    case "refused":
      return t("customer.refused.refused", { said: typeof said === "string" ? said : "" });
    default:
      return t("customer.refused.silent");
  }
}
