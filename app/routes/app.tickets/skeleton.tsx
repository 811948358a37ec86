import { SkeletonBodyText } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import styles from "./row.module.css";

/** As tall as the rows that come. */
export function ListSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t("list.loading")} data-testid="list-skeleton">
      {Array.from({ length: 8 }, (_, index) => (
        <div key={index} className={styles.skeleton}>
          <SkeletonBodyText lines={3} />
        </div>
      ))}
    </div>
  );
}
