import { Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import styles from "./orders.module.css";

/** One part of an opened order, under its own heading. */
export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className={styles.part}>
    <Text as="h4" variant="bodySm" tone="subdued">
      {title}
    </Text>
    {children}
  </div>
);
