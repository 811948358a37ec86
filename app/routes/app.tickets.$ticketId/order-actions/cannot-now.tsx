import { Banner, BlockStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { WhyNot } from "../../../orders/actions/eligibility.ts";
import { useClock } from "../../../ui/clock.tsx";
import { formatDate } from "../../../ui/dates.ts";

/** Why it can't be done now, what can be instead, and who could. */
export function CannotNow({
  why: { why, said, at },
  whoCan,
  storeName,
}: {
  why: WhyNot;
  whoCan: string[];
  storeName: string;
}) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const when = at ? ` (${formatDate(new Date(at), reader)})` : "";
  const names = new Intl.ListFormat(reader.locale).format(whoCan);
  return (
    <Banner tone="warning">
      <BlockStack gap="100">
        <Text as="p">{t(`orderActions.why.${why}`, { at: when, store: storeName })}</Text>
        {said ? <Text as="p">{t("orderActions.said", { text: said })}</Text> : null}
        {why === "notAllowed" ? (
          <Text as="p">{names ? t("orderActions.whoCan", { names }) : t("orderActions.askOwner")}</Text>
        ) : null}
      </BlockStack>
    </Banner>
  );
}
