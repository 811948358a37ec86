// What it takes before anything is said of a store's customers, and what there is.
import { Icon, InlineStack, Text } from "@shopify/polaris";
import { CheckIcon, MinusIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import type { Qualification } from "../../customers/prediction/qualifies.ts";
import styles from "./fit-criteria.module.css";

export function FitCriteria({ criteria }: { criteria: Qualification["criteria"] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.criteria} aria-label={t("forecast.criteria.title")}>
      {criteria.map(({ criterion, have, need, met }) => (
        <li key={criterion} data-testid="criterion" data-met={met}>
          <InlineStack gap="200" blockAlign="start" wrap={false}>
            <span className={styles.mark}>
              <Icon
                source={met ? CheckIcon : MinusIcon}
                tone={met ? "success" : "caution"}
                accessibilityLabel={t(met ? "forecast.criteria.met" : "forecast.criteria.unmet")}
              />
            </span>
            <Text as="span">{t(`forecast.criteria.${criterion}`, { have, need })}</Text>
          </InlineStack>
        </li>
      ))}
    </ul>
  );
}
