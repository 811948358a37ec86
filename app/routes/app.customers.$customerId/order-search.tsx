import { Select, TextField } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ORDER_STATUSES, type OrderStatus, type OrderWish } from "../../orders/shown/search.ts";
import styles from "./orders.module.css";

/** Long enough that a word typed in one go is one question to Shopify. */
const PAUSE = 350;

/** Words and a status; asks when nothing has been typed for a moment. */
export function OrderSearch({ wish, onWish }: { wish: OrderWish; onWish: (wish: OrderWish) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(wish.words);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (words: string, pause = PAUSE) => {
    setTyped(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onWish({ ...wish, words }), pause);
  };
  return (
    <div className={styles.search} role="search">
      <TextField
        label={t("orders.search")}
        placeholder={t("orders.searchHint")}
        value={typed}
        onChange={(words) => type(words)}
        clearButton
        onClearButtonClick={() => type("", 0)}
        maxLength={200}
        autoComplete="off"
      />
      <Select
        label={t("orders.status")}
        options={[
          { value: "", label: t("orders.any") },
          ...ORDER_STATUSES.map((value) => ({ value, label: t(`orders.statuses.${value}`) })),
        ]}
        value={wish.status ?? ""}
        onChange={(value) => onWish({ words: typed, status: (value || null) as OrderStatus | null })}
      />
    </div>
  );
}
