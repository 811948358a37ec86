import { useId } from "react";
import { useTranslation } from "react-i18next";
import { LABEL_COLORS, type LabelColor } from "../tickets/label.ts";
import styles from "./color-choice.module.css";
import look from "./label.module.css";

/** The eight colours a label may have, one chosen. */
export function ColorChoice(props: { color: LabelColor; onChange: (color: LabelColor) => void }) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset className={styles.colors}>
      <legend className={styles.legend}>{t("state.label.color")}</legend>
      {LABEL_COLORS.map((color) => (
        <label
          key={color}
          className={`${look.tint} ${styles.color}`}
          data-color={color}
          title={t(`state.color.${color}`)}
        >
          <input
            type="radio"
            name={name}
            value={color}
            checked={color === props.color}
            onChange={() => props.onChange(color)}
            aria-label={t(`state.color.${color}`)}
          />
        </label>
      ))}
    </fieldset>
  );
}
