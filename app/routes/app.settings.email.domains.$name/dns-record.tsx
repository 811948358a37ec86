import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { Copyable } from "../../ui/settings/copyable.tsx";

/** A record for the merchant's DNS: what it is for, what to copy, whether it was found. */
export function DnsRecord(props: {
  kind: "dkim" | "returnPath";
  type: "TXT" | "CNAME";
  record: { host: string; value: string; found: boolean };
}) {
  const { t } = useTranslation();
  const { kind, type, record } = props;
  const title = t(`settings.records.${kind}`);
  return (
    <Card>
      <section aria-label={title} data-testid={`record-${kind}`} data-found={record.found}>
        <BlockStack gap="300">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd">
              {title}
            </Text>
            <Badge {...(record.found ? { tone: "success" as const } : {})}>
              {record.found ? t("settings.records.found") : t("settings.records.missing")}
            </Badge>
          </InlineStack>
          <Text as="p">{t(`settings.records.${kind}Text`)}</Text>
          <Text as="p" tone="subdued">
            {t("settings.records.type", { type })}
          </Text>
          <Copyable label={t("settings.records.host")} value={record.host} />
          <Copyable label={t("settings.records.value")} value={record.value} />
        </BlockStack>
      </section>
    </Card>
  );
}
