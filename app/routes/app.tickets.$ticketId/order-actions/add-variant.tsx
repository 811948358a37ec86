import { Button } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { FoundVariant } from "../../../orders/actions/variants.server.ts";
import { ShopSearch } from "../shop-search.tsx";
import styles from "./sheet.module.css";

/** What the store sells, by name or SKU. */
export function AddVariant({
  ticketId,
  taken,
  onAdd,
}: {
  ticketId: string;
  taken: string[];
  onAdd: (variant: FoundVariant) => void;
}) {
  const { t } = useTranslation();
  return (
    <div>
      <ShopSearch<FoundVariant>
        label={t("orderActions.add")}
        placeholder={t("orderActions.addHint")}
        path={`/app/tickets/${ticketId}/variants-to-add`}
      >
        {(found) => (
          <ul className={styles.found}>
            {found.map((variant) => (
              <li key={variant.id} className={styles.line} data-testid="variant">
                <span className={styles.item}>
                  {variant.name} <span className={styles.remark}>{variant.sku}</span>
                </span>
                {variant.inStock === null ? null : (
                  <span className={styles.remark}>{t("orderActions.stock", { count: variant.inStock })}</span>
                )}
                <Button disabled={taken.includes(variant.id)} onClick={() => onAdd(variant)}>
                  {taken.includes(variant.id) ? t("orderActions.added") : t("orderActions.addThis")}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </ShopSearch>
    </div>
  );
}
