// Why the server did not do it, in words.
import type { TFunction } from "i18next";
import type { VerbFailure } from "../../../ui/verb.ts";

export function sayProblem(t: TFunction, { error, detail }: VerbFailure, storeName: string): string {
  if (error === "network") return t("orderActions.problem.network");
  if (error === "order-busy") return t("orderActions.problem.busy");
  if (error === "forbidden") return t("orderActions.problem.forbidden");
  if (error === "not-found") return t("orderActions.problem.gone");
  if (error === "identity-unconfirmed") return t("orderActions.mismatch.text");
  if (error !== "shopify-failed") return t("orderActions.problem.shopify");
  if (detail.problem === "signed-out") return t("orderActions.why.signedOut", { store: storeName });
  if (detail.problem === "throttled") return t("orderActions.failed.throttled");
  if (detail.problem === "denied") return t("orderActions.why.notAllowed");
  return t("orderActions.problem.shopify");
}
