import { BlockStack, Card, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { domainOf } from "../../workspace/support-address.ts";
import type { ShownDomain } from "../../workspace/sending-domains.server.ts";
import styles from "./preview.module.css";

/** What customers will see of it, while it is typed. */
export function Preview(props: {
  face: { senderName: string; senderAddress: string; signature: string };
  /** our own address */
  fallback: string;
  domains: ShownDomain[];
}) {
  const { t } = useTranslation();
  const { face, fallback, domains } = props;
  const typed = face.senderAddress.trim().toLowerCase();
  const domain = domains.find(({ name }) => typed.includes("@") && name === domainOf(typed));
  const counts = domain?.state === "verified";
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t("settings.preview.heading")}
        </Text>
        <div className={styles.mail} data-testid="preview">
          <p className={styles.from}>
            <strong>{face.senderName}</strong> {`<${counts ? typed : fallback}>`}
          </p>
          <p className={styles.body}>{t("settings.preview.body")}</p>
          <p className={styles.signature}>{face.signature}</p>
        </div>
        {typed && !counts ? (
          <Text as="p" tone="subdued">
            {domain ? t("settings.preview.waits", { address: typed }) : t("settings.preview.noDomain")}
          </Text>
        ) : null}
      </BlockStack>
    </Card>
  );
}
