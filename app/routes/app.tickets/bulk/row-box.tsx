// The box that chooses a ticket, beside its row. On a phone a long press does the same.
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { choose, useChosen } from "./use-selection.ts";
import styles from "./bulk.module.css";

export const RowBox = memo(function RowBox({
  id,
  number,
  query,
}: {
  id: string;
  number: string;
  query: string;
}) {
  const { t } = useTranslation();
  const chosen = useChosen(query, id);
  return (
    <label className={styles.box}>
      <input
        type="checkbox"
        checked={chosen}
        aria-label={t("bulk.choose", { number })}
        onClick={(event) => choose(query, id, event.shiftKey)}
        onChange={() => undefined}
      />
    </label>
  );
});
