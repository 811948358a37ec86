// What is looked up now and then: folded, and open again everywhere once somebody has opened it.
import { BlockStack } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { keptStore, readBoolean } from "../kept.ts";
import { useStore } from "../store.ts";
import styles from "./customer.module.css";

const opened = keptStore("customer-more", false, readBoolean);

export function More({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const open = useStore(opened, false);
  return (
    <details
      className={styles.more}
      open={open}
      data-testid="customer-more"
      onToggle={({ currentTarget }) => {
        const now = currentTarget.open;
        if (now !== open) opened.change(() => now);
      }}
    >
      <summary>{t("customer.more")}</summary>
      <BlockStack gap="300">{children}</BlockStack>
    </details>
  );
}
