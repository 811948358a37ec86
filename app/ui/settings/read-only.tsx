import { Banner } from "@shopify/polaris";
import { useTranslation } from "react-i18next";

/** For those who may look: who may change. */
export function ReadOnly({ owners }: { owners: string[] }) {
  const { t } = useTranslation();
  return (
    <Banner tone="info">
      <p data-testid="read-only">
        {owners.length ? t("settings.readOnly", { names: owners.join(", ") }) : t("settings.readOnlyNobody")}
      </p>
    </Banner>
  );
}
