// The form as shoppers will see it, with the block's own style and script: questions come and go as they will there.
import { Card, Text } from "@shopify/polaris";
import { useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { FormDefinition } from "../../channels/form/definition.ts";
import { previewDocument } from "../../channels/form/preview.ts";
import type { StorefrontLanguage } from "../../i18n/storefront-language.ts";
import script from "../../../extensions/storefront/assets/contact-form.js?raw";
import style from "../../../extensions/storefront/assets/contact-form.css?raw";
import styles from "./editor.module.css";

export function Preview(props: {
  definition: FormDefinition;
  language: StorefrontLanguage;
  own: StorefrontLanguage;
}) {
  const { t } = useTranslation();
  const { definition, language, own } = useDeferredValue(props);
  const page = useMemo(
    () => previewDocument(definition, { language, own, script, style }),
    [definition, language, own],
  );
  return (
    <section className={styles.preview} aria-label={t("forms.preview")}>
      <Card>
        <Text as="h2" variant="headingMd">
          {t("forms.preview")}
        </Text>
        <iframe
          className={styles.page}
          title={t("forms.preview")}
          srcDoc={page}
          sandbox="allow-scripts allow-forms"
          data-testid="form-preview"
        />
        <Text as="p" tone="subdued">
          {t("forms.previewHelp")}
        </Text>
      </Card>
    </section>
  );
}
